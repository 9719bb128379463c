package app.countersign.mail;

import app.countersign.kernel.Secret;
import jakarta.mail.URLName;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** As whom we sign in at a mail server; both empty if we don't. */
record Credentials(String user, Secret password) {

    /** Those of {@code scheme://user:password@host}, percent-encoded. */
    static Credentials in(URI url) {
        String[] parts =
                url.getRawUserInfo() == null ? new String[] {"", ""} : (url.getRawUserInfo() + ":").split(":", -1);
        return new Credentials(decoded(parts[0]), Secret.of(decoded(parts[1])));
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** The address without its password. */
    static URLName without(URLName url) {
        return new URLName(url.getProtocol(), url.getHost(), url.getPort(), url.getFile(), url.getUsername(), null);
    }
}
