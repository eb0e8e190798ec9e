package io.deltawire.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageDetectorTest {
    private final LanguageDetector detector = new LanguageDetector();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    en | The ferry sank off the coast before dawn and all aboard were saved, officials said.
                    de | Die Fähre ist vor der Küste gesunken, alle Passagiere wurden gerettet, teilte die Polizei mit.
                    fr | Le ferry a coulé au large des côtes et tous les passagers ont été sauvés, selon les autorités.
                    es | El transbordador se hundió frente a la costa y todos los pasajeros fueron rescatados.
                    pt | O navio afundou perto da costa e todos os passageiros foram salvos, disseram as autoridades.
                    it | Il traghetto è affondato al largo della costa e tutti i passeggeri sono stati salvati.
                    ru | Паром затонул у берегов, все пассажиры спасены, сообщили власти.
                    uk | Пором затонув біля узбережжя, усіх пасажирів врятовано, повідомила влада.
                    tr | Feribot kıyı açıklarında battı, yetkililer tüm yolcuların kurtarıldığını söyledi.
                    ar | غرقت العبارة قبالة الساحل وتم إنقاذ جميع الركاب بحسب السلطات
                    ja | フェリーは沖合で沈没し、乗客全員が救助されたと当局は発表した。
                    zh | 渡轮在海岸附近沉没，所有乘客均获救，当局表示。
                    """)
    void tellsTheLanguageOfASentence(String code, String text) {
        assertThat(detector.detect(text, "")).isEqualTo(code);
        assertThat(detector.detect(text, "en")).as("declared wrongly").isEqualTo(code);
    }

    @Test
    void aShortHeadlineOfNamesIsBelievedToBeWhatIsDeclared() {
        assertThat(detector.detect("Macron, Scholz, Tusk in Kyiv", "en")).isEqualTo("en");
        assertThat(detector.detect("Juventus-Atalanta 2-1", "en")).isEqualTo("en");
        assertThat(detector.detect("Merkel Invites Erdogan to a Trade Conference in Berlin", ""))
                .isEqualTo("en");
        assertThat(detector.detect("12 345", "de-AT")).isEqualTo("de");
    }

    @Test
    void languagesWithoutAProfileAreBelieved() {
        assertThat(detector.detect("Eitthvað gerðist í dag á Íslandi", "is")).isEqualTo("is");
    }

    @Test
    void englishTitlesWithinAForeignTextDoNotMakeItEnglish() {
        String text =
                "Die Gruppe spielte „The Wall“, dann gingen die Lichter aus, und die Polizei räumte den Platz vor dem Rathaus. "
                        + "Zum Schluss kam noch einmal „This Is the End“, und die Menge sang lange nach dem Konzert auf den Straßen weiter.";
        assertThat(detector.detect(text, "")).isEqualTo("de");
        assertThat(detector.detect(text, "en")).isEqualTo("de");
    }
}
