package io.deltawire.web;

import io.deltawire.schemas.Settings;
import java.util.OptionalInt;

/**
 * Where the HTTP server listens and who may ask.
 *
 * @param host address to listen on
 * @param port port to listen on, 0 for any that is free; empty for no server
 * @param token what callers of {@code /api} and {@code /feeds} must send as {@code Authorization: Bearer}; empty for none
 * @param open whether other machines are answered without a token
 * @param requestsPerSecond how many requests one address may make a second, for long; 0 for no limit
 */
public record HttpSettings(String host, OptionalInt port, String token, boolean open, int requestsPerSecond) {
    public static final String HOST = "deltawire.http.host";
    public static final String PORT = "deltawire.http.port";
    public static final String TOKEN = "deltawire.http.token";
    public static final String OPEN = "deltawire.http.open";
    public static final String RATE = "deltawire.http.requests.per.second";
    public static final int DEFAULT_PORT = 8080;

    private static final String OFF = "off";
    private static final int LARGEST_PORT = 65_535;
    private static final int LARGEST_RATE = 1_000_000;

    /** @throws IllegalArgumentException if a setting is wrong; it is named */
    public static HttpSettings of(Settings settings) {
        String port = settings.get(PORT, Integer.toString(DEFAULT_PORT));
        return new HttpSettings(
                settings.get(HOST, "127.0.0.1"),
                port.equals(OFF)
                        ? OptionalInt.empty()
                        : OptionalInt.of(
                                whole(PORT, port, LARGEST_PORT, "a port, 0 for any free one, or off for no server")),
                settings.get(TOKEN, ""),
                truth(OPEN, settings.get(OPEN, "false")),
                whole(RATE, settings.get(RATE, "100"), LARGEST_RATE, "requests a second, or 0 for no limit"));
    }

    private static int whole(String name, String value, int largest, String what) {
        try {
            int number = Integer.parseInt(value);
            if (number >= 0 && number <= largest) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, like a number out of range.
        }
        throw new IllegalArgumentException(name + " is '" + value + "'; it must be " + what);
    }

    private static boolean truth(String name, String value) {
        if (!value.equals("true") && !value.equals("false")) {
            throw new IllegalArgumentException(name + " is '" + value + "'; it must be true or false");
        }
        return value.equals("true");
    }
}
