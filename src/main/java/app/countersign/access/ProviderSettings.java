package app.countersign.access;

import app.countersign.kernel.Settings;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * An OpenID Connect provider at which people may sign in, such as the company's Microsoft Entra ID. There is one if
 * {@code countersign.oidc.issuer} is set.
 *
 * @param issuer as the provider writes it, to the letter: {@code https://login.microsoftonline.com/<tenant>/v2.0}
 * @param scopes that are asked for; {@code openid} among them
 * @param groupsClaim the claim of the ID token that names the person's groups
 * @param mayEnter groups of which the person must be in one; empty for everybody whom the provider lets in
 * @param roles what each group gives, set anew at each sign-in; empty if administrators give the roles
 * @param processors the codes of the processors that a group answers for, {@code *} for all, set anew at each sign-in;
 *     empty if administrators say it
 * @param makesAccounts whether somebody without an account gets one, if a group gives a role
 * @param factors values of {@code amr} or {@code acr} that stand for a second factor, so that ours is not asked for
 * @param label what the button on the sign-in page calls the provider; empty for our words
 */
record ProviderSettings(
        URI issuer,
        String clientId,
        Secret clientSecret,
        Set<String> scopes,
        String groupsClaim,
        Set<String> mayEnter,
        Map<String, Set<String>> roles,
        Map<String, Set<String>> processors,
        boolean makesAccounts,
        Set<String> factors,
        String label) {

    /** A text that no log shows by accident. */
    record Secret(String text) {

        @Override
        public String toString() {
            return "…";
        }
    }

    /**
     * @param source the value of a full name such as {@code countersign.oidc.issuer}, if it is set
     * @throws Settings.Wrong for the first that can't be
     */
    static Optional<ProviderSettings> read(Function<String, Optional<String>> source) {
        Reader reader = new Reader(source);
        return reader.value("issuer").map(reader::settings);
    }

    /** @param values what is set, by short name */
    private record Reader(Function<String, Optional<String>> values) {

        ProviderSettings settings(String issuer) {
            return new ProviderSettings(
                    issuer(issuer),
                    required("client.id"),
                    new Secret(required("client.secret")),
                    scopes(),
                    value("groups.claim").orElse("groups"),
                    words("enter"),
                    table("roles", Reader::role),
                    table("processors", UnaryOperator.identity()),
                    flag("provision"),
                    words("secondfactor"),
                    value("label").orElse(""));
        }

        Optional<String> value(String name) {
            return values.apply("countersign.oidc." + name).map(String::strip).filter(text -> !text.isEmpty());
        }

        private String required(String name) {
            return value(name)
                    .orElseThrow(() ->
                            new Settings.Wrong("oidc." + name, "is missing; the provider gives it where it knows us"));
        }

        private static URI issuer(String text) {
            try {
                URI uri = new URI(text);
                boolean here = uri.getHost() != null && Settings.isLoopback(uri.getHost());
                if (uri.getHost() != null && ("https".equals(uri.getScheme()) || here)) {
                    return uri;
                }
            } catch (URISyntaxException e) {
                throw new Settings.Wrong("oidc.issuer", "is not an address; write https://host/…");
            }
            throw new Settings.Wrong("oidc.issuer", "has to be an https address, as the provider writes it itself");
        }

        private Set<String> scopes() {
            Set<String> scopes = new LinkedHashSet<>(Set.of("openid"));
            scopes.addAll(
                    Arrays.asList(value("scopes").orElse("openid profile email").split("[\\s,]+")));
            return scopes;
        }

        private Set<String> words(String name) {
            return value(name).map(text -> split(text, ",")).orElse(Set.of());
        }

        /** {@code group=word,word; group=word}. */
        private Map<String, Set<String>> table(String name, UnaryOperator<String> word) {
            Map<String, Set<String>> table = new LinkedHashMap<>();
            for (String line : value(name).map(text -> split(text, ";")).orElse(Set.of())) {
                int sign = line.lastIndexOf('=');
                if (sign < 1 || sign == line.length() - 1) {
                    throw new Settings.Wrong(
                            "oidc." + name, "'" + line + "' is not of the form group=one,other; group=one");
                }
                Set<String> given = new LinkedHashSet<>();
                split(line.substring(sign + 1), ",").forEach(one -> given.add(word.apply(one)));
                table.put(line.substring(0, sign).strip(), given);
            }
            return table;
        }

        private static String role(String word) {
            if (!Roles.OF_PEOPLE.contains(word)) {
                throw new Settings.Wrong("oidc.roles", "'" + word + "' is none of the roles " + Roles.OF_PEOPLE);
            }
            return word;
        }

        private boolean flag(String name) {
            String text = value(name).orElse("false");
            if (!text.equals("true") && !text.equals("false")) {
                throw new Settings.Wrong("oidc." + name, "'" + text + "' is neither true nor false");
            }
            return text.equals("true");
        }

        private static Set<String> split(String text, String sign) {
            Set<String> words = new LinkedHashSet<>();
            Stream.of(text.split(sign))
                    .map(String::strip)
                    .filter(word -> !word.isEmpty())
                    .forEach(words::add);
            return words;
        }
    }
}
