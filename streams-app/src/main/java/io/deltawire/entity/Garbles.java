package io.deltawire.entity;

import io.deltawire.entity.LinkingPass.Name;
import io.deltawire.text.Document;
import io.deltawire.text.Token;
import java.util.List;

/**
 * Finds broken spellings of a name that the same text gives whole: a chunk put in, a blank put in, or a letter or two wrong.
 * What is left of the known name at both ends has to make up nearly all of it.
 */
final class Garbles {
    private static final int SHORTEST = 6;
    /** Letters of the known name that may be lost to the chunk put in. */
    private static final int MOST_LOST = 3;

    private Garbles() {}

    /** Attaches a name to the entity it is a broken form of; false when it is none. */
    static boolean attach(Document document, Name name, LinkingPass pass) {
        List<Token> tokens = document.tokens();
        String own = NameKeys.normal(name.surface()).replace(" ", "");
        int after = name.end();
        // The rest of a split name comes in lower case, glued to nothing.
        boolean tail = after < tokens.size()
                && Character.isLowerCase(tokens.get(after).text().charAt(0))
                && tokens.get(after).begin() == name.endChar() + 1;
        String joined = tail ? own + NameKeys.normal(tokens.get(after).text()) : own;
        boolean split = name.end() - name.first() > 1;
        for (Draft draft : List.copyOf(pass.drafts().values())) {
            for (String whole : draft.parts) {
                if (whole.length() < SHORTEST || draft.type == EntityType.OTHER) {
                    continue;
                }
                if (tail && isBroken(joined, whole, true) && !isBroken(own, whole, split)) {
                    pass.mention(draft, name.first(), after + 1, Mention.Form.NAME);
                    return true;
                }
                if (isBroken(own, whole, split) && name.type() == draft.type) {
                    pass.mention(draft, name.first(), name.end(), Mention.Form.NAME);
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * Whether a form is a known word with a chunk put in, or one or two letters off.
     *
     * @param split the form stood as two words: a surer sign, enough for shorter names ("Williamson" is no broken "Wilson")
     */
    static boolean isBroken(String form, String whole, boolean split) {
        if (form.equals(whole)) {
            return true;
        }
        int prefix = 0;
        while (prefix < Math.min(form.length(), whole.length()) && form.charAt(prefix) == whole.charAt(prefix)) {
            prefix++;
        }
        int suffix = 0;
        while (suffix < Math.min(form.length(), whole.length()) - prefix
                && form.charAt(form.length() - 1 - suffix) == whole.charAt(whole.length() - 1 - suffix)) {
            suffix++;
        }
        int lost = whole.length() - prefix - suffix;
        boolean chunk = form.length() > whole.length()
                && prefix >= 3
                && suffix >= 3
                && lost <= MOST_LOST
                && (whole.length() >= 8 || split);
        int wrong = Math.max(form.length(), whole.length()) - prefix - suffix;
        boolean typo =
                whole.length() >= 9 && prefix >= 2 && wrong <= 2 && Math.abs(form.length() - whole.length()) <= 1;
        return chunk || typo;
    }
}
