package io.deltawire.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CleanerTest {
    private final Cleaner cleaner = new Cleaner();

    private List<String> lines(String title, String text) {
        return cleaner.clean(title, text, "harbourpost.example").lines();
    }

    @Test
    void furnitureOfThePageGoes() {
        String text = """
                Press Enter to search
                Table of Contents
                A ferry sank off Harbour City on Monday, and all aboard were saved.
                Read: Ten tips for a quiet garden
                Also Read: The return of the harbour tram
                The captain had called for help before dawn, the coast guard said.
                Tags :
                Share :
                About Author
                About Author
                Jane Quill
                Talk to Us!
                Latest Posts
                Leave a Reply
                Your email address will not appear here. Fields with * are needed
                """;
        assertThat(lines("", text))
                .containsExactly(
                        "A ferry sank off Harbour City on Monday, and all aboard were saved.",
                        "The captain had called for help before dawn, the coast guard said.");
    }

    @Test
    void proseThatSpeaksOfPrivacyOrReadsLikeAMenuWordStays() {
        String text = "The company changed its privacy policy on Friday, its lawyers said.\n"
                + "Read the judge's words aloud, the widow asked.\nShare prices fell 4% in early trade on Monday.";
        assertThat(lines("", text)).hasSize(3);
    }

    @Test
    void aParagraphThatSaysMoreTwiceOrBeginsWithCopyrightStays() {
        String fire =
                "The blaze has more than doubled in size, and 1,500 people had to leave after four more villages were cleared.";
        String suit = "Copyright holders have sued the library in Oslo over its scans of old newspapers.";
        assertThat(cleaner.clean("Fire", fire + "\n" + suit, "").lines()).containsExactly(fire, suit);
    }

    @Test
    void repeatedParagraphsAndTheTitleCountOnce() {
        String title = "Ferry sinks off Harbour City";
        String text =
                "Ferry sinks off Harbour City\n\nFERRY SINKS OFF HARBOUR CITY\nA ferry sank.\nAll were saved.\nA ferry sank.";
        assertThat(lines(title, text)).containsExactly("A ferry sank.", "All were saved.");
    }

    @Test
    void outletNamesAreCutFromTheTitle() {
        assertThat(cleaner.clean("Ferry sinks | World news | Harbour Post", "", "")
                        .title())
                .isEqualTo("Ferry sinks");
        for (String name : List.of("Harbour Post", "HarbourPost.example the news of the bay")) {
            assertThat(cleaner.clean("Ferry sinks - " + name, "", "harbourpost.example")
                            .title())
                    .isEqualTo("Ferry sinks");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " - WHBR 9 News Harbour City, News, Weather, Sports",
                " - WHB Action News 5 - Harbour City, Ashland",
                " - FOX 12",
                " - WHBR-TV",
                " - KHBR Channel 8",
                " - WHBR - FOX 12",
                " - WHBR NewsChannel 11 Harbour City",
                " - harbour9.com | Harbour City",
                " – Bay Area News, Weather & Sports"
            })
    void stationsAreCutFromTheTitle(String station) {
        assertThat(cleaner.clean("Ferry sinks off the pier" + station, "", "").title())
                .isEqualTo("Ferry sinks off the pier");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ferry sinks - Harbour City mourns",
                "Ferry sinks - WHO sends doctors",
                "Fever in the port is over - WHO",
                "Fares break the rules - WTO chief",
                "Shares of Harbour City fall - Amazon.com cuts outlook",
                "Ferry sinks - weather to blame, captain says",
                "Snow-bound ferry - news of the crew is awaited"
            })
    void whatIsSaidBehindADashStays(String title) {
        assertThat(cleaner.clean(title, "", "harbourpost.example").title()).isEqualTo(title);
    }

    @Test
    void aListOfVideosGoesAndATimelineStays() {
        String videos =
                "1:06 Storm damage in Ashford Pause\n0:44 'It was dark,' says captain\n3:12 Ten quiet islands\n";
        String text = "A ferry sank on Monday.\n14:05 The captain calls for help.\n14:40 The first boat is there.";
        assertThat(lines("", videos + text).toString())
                .isEqualTo(text.lines().toList().toString());
    }

    @Test
    void listsOfOtherHeadlinesGoAndASubheadingStays() {
        String prose = "A ferry sank on Monday.\nAll were saved.\nWhy it sank\nNobody knows why.\n";
        String links = "Mayor opens tram line\nHow to grow tulips\nTen quiet islands\nWho won the regatta\n";
        assertThat(lines("", prose + links))
                .containsExactly("A ferry sank on Monday.", "All were saved.", "Why it sank", "Nobody knows why.");
    }

    @Test
    void cleanTextIsBounded() {
        String text = "A ferry sank off the coast, number %d. ".repeat(200_000);
        assertThat(String.join("\n", lines("", text)).length()).isLessThanOrEqualTo(Cleaner.LONGEST);
    }

    @Test
    void linesOfRegistrationAndAlertsGo() {
        String text = """
                Sign in using your harbourpost profile
                Already have an account?
                Two boats collided in the fog on Friday, the harbour master said.
                We have sent a confirmation message; open it and follow its link.
                Close Get email notifications on Jane Quill every week!
                There was a problem saving your choice.
                Your notification has been switched on.
                """;
        assertThat(lines("", text))
                .containsExactly("Two boats collided in the fog on Friday, the harbour master said.");
    }

    @Test
    void theCaptionOfASlideShowCountsOnce() {
        String text = """
                Image 1 of 3 The pier after the storm on Monday morning. Photo: Harbour Post
                Image 2 of 3 The pier after the storm on Monday morning. Photo: Harbour Post
                Image 3 of 3 The pier after the storm on Monday morning. Photo: Harbour Post
                The pier will stay shut until June, the council said on Tuesday.
                """;
        assertThat(lines("", text)).hasSize(2);
    }
}
