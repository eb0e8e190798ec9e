package io.deltawire.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** An authorization server: gives a signed token to who knows the secret (client credentials), and its keys to all. */
final class Tokens implements AutoCloseable {
    static final String SECRET = "not-a-secret";

    private final RsaJsonWebKey key;
    private final HttpServer server;

    Tokens() throws Exception {
        key = RsaJwkGenerator.generateJwk(2048);
        key.setKeyId("only");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/token", this::token);
        server.createContext("/keys", this::keys);
        server.start();
    }

    String tokenUrl() {
        return url("/token");
    }

    String keysUrl() {
        return url("/keys");
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private void token(HttpExchange exchange) throws IOException {
        String basic = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"))
                .replaceFirst("Basic ", "");
        String[] who = new String(Base64.getDecoder().decode(basic), StandardCharsets.UTF_8).split(":");
        if (who.length != 2 || !who[1].equals(SECRET)) {
            answer(exchange, 401, "{\"error\":\"invalid_client\"}");
            return;
        }
        try {
            answer(exchange, 200, "{\"access_token\":\"" + signed(who[0]) + "\",\"token_type\":\"Bearer\"}");
        } catch (JoseException e) {
            throw new IOException(e);
        }
    }

    private String signed(String subject) throws JoseException {
        JwtClaims claims = new JwtClaims();
        claims.setSubject(subject);
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(10);
        claims.setStringListClaim("scope", List.of("kafka"));
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(key.getPrivateKey());
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        return signature.getCompactSerialization();
    }

    private void keys(HttpExchange exchange) throws IOException {
        answer(exchange, 200, new JsonWebKeySet(key).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY));
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
