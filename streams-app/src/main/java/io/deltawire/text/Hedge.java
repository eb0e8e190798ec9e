package io.deltawire.text;

/** How exactly a figure is meant. */
public enum Hedge {
    /** "12 people". */
    EXACT,
    /** "at least 12", "more than 12", "12 or more". */
    AT_LEAST,
    /** "up to 12", "at most 12", "fewer than 12", "nearly 12", "almost 12". */
    AT_MOST,
    /** "about 12", "some 12", "around 12", "dozens". */
    ABOUT
}
