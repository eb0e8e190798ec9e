package io.deltawire.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Keys with certificates that sign themselves, each in a file of its own, and a file of all certificates to trust. */
final class Certificates {
    static final String PASSWORD = "not-a-secret";
    private static final char[] SECRET = PASSWORD.toCharArray();

    private final Path home;

    /** @param names common names; each gets a key, good for 127.0.0.1 too */
    Certificates(Path home, List<String> names) throws Exception {
        this.home = Files.createDirectories(home);
        KeyStore trusted = empty();
        for (String name : names) {
            generate(name);
            trusted.setCertificateEntry(name, load(keys(name)).getCertificate("key"));
        }
        store(trusted, trust());
    }

    Path keys(String name) {
        return home.resolve(name + ".p12");
    }

    Path trust() {
        return home.resolve("trust.p12");
    }

    /** Settings of a Kafka client or broker that shows this key and trusts all of ours. */
    Map<String, String> settings(String prefix, String name) {
        return Map.of(
                prefix + "ssl.keystore.location", keys(name).toString(),
                prefix + "ssl.keystore.password", PASSWORD,
                prefix + "ssl.key.password", PASSWORD,
                prefix + "ssl.truststore.location", trust().toString(),
                prefix + "ssl.truststore.password", PASSWORD);
    }

    static KeyStore load(Path file) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, SECRET);
        }
        return store;
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, SECRET);
        return store;
    }

    private static void store(KeyStore store, Path file) throws GeneralSecurityException, IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, SECRET);
        }
    }

    /** By the JDK's own tool. */
    private void generate(String name) throws IOException, InterruptedException {
        String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        List<String> command = new ArrayList<>(List.of(tool, "-genkeypair", "-alias", "key", "-keyalg", "EC"));
        command.addAll(List.of("-dname", "CN=" + name, "-ext", "san=ip:127.0.0.1", "-validity", "2"));
        command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD));
        command.addAll(List.of("-keystore", keys(name).toString()));
        Path log = home.resolve("keytool.log");
        int exit = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IOException("keytool: " + Files.readString(log));
        }
    }
}
