package app.countersign.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequest;
import no.nav.security.mock.oauth2.http.OAuth2HttpResponse;
import no.nav.security.mock.oauth2.http.Route;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import no.nav.security.mock.oauth2.token.KeyProvider;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;
import okhttp3.Headers;

/** A company's OpenID Connect provider, always at the same address, which can go away and come back with other keys. */
final class Company {

    static final String CLIENT = "countersign";
    static final String SECRET = "the-secret-that-only-the-company-knows";

    private static final String NAME = "okomo";
    private static final int HOUR = 3600;

    private final int port;
    private JWK key = key("first");
    private final Queue<OAuth2HttpResponse> canned = new ConcurrentLinkedQueue<>();
    private MockOAuth2Server server;

    Company(int port) {
        this.port = port;
    }

    String issuer() {
        return "http://localhost:" + port + "/" + NAME;
    }

    void open() {
        close();
        canned.clear();
        server = new MockOAuth2Server(
                new OAuth2Config(
                        false, null, null, false, new OAuth2TokenProvider(new KeyProvider(List.of(key), "RS256"))),
                new Canned());
        try {
            server.start(InetAddress.getByName("localhost"), port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void close() {
        if (server != null) {
            server.shutdown();
            server = null;
        }
    }

    /** From now on it signs with another key; the one before is no longer published. */
    void changeKey(String id) {
        key = key(id);
        open();
    }

    /** The next ID token says that. */
    void says(String subject, Map<String, Object> claims) {
        server.enqueueCallback(new DefaultOAuth2TokenCallback(NAME, subject, "JWT", List.of(CLIENT), claims, HOUR));
    }

    /** Whatever is asked of it next, that is its answer. */
    void answers(int status, String type, String body) {
        canned.add(new OAuth2HttpResponse(Headers.of("Content-Type", type), status, body, null));
    }

    /** Comes before the provider's own answers, as long as there is something in it. */
    private final class Canned implements Route {

        @Override
        public boolean match(OAuth2HttpRequest request) {
            return !canned.isEmpty();
        }

        @Override
        public OAuth2HttpResponse invoke(OAuth2HttpRequest request) {
            return canned.remove();
        }
    }

    /** An ID token as it would give it. */
    String token(String subject, String audience, Map<String, Object> claims, long seconds) {
        return server.issueToken(
                        NAME,
                        CLIENT,
                        new DefaultOAuth2TokenCallback(NAME, subject, "JWT", List.of(audience), claims, seconds))
                .serialize();
    }

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
