package io.deltawire.entity;

import java.util.Locale;

/** What a given name tells of who bears it. */
public final class GivenNames {
    private GivenNames() {}

    /** "m" or "f" for a name of two words or more whose first one only men or only women bear; otherwise "". */
    public static String sex(String name) {
        int blank = name.indexOf(' ');
        char gender = blank < 0
                ? '?'
                : NameLists.ENGLISH.gender(name.substring(0, blank).toLowerCase(Locale.ROOT));
        return gender == '?' ? "" : String.valueOf(gender);
    }
}
