package app.countersign.kernel;

import java.util.List;
import java.util.Locale;

/**
 * Why something is refused, or what happened: a message key with its arguments, so that page, API and trail show the
 * same words, each in its reader's language.
 *
 * @param key a key of the room's bundle, for example {@code contract.refusal.not-issued}
 * @param args what the message's placeholders {@code {0}}, {@code {1}} … stand for; never null
 */
public record Reason(String key, List<Object> args) {

    public Reason {
        args = List.copyOf(args);
    }

    public static Reason of(String key, Object... args) {
        return new Reason(key, List.of(args));
    }

    /** The reason as a sentence in that language. */
    public String in(Locale language) {
        return Texts.of(language).text(key, args.toArray());
    }
}
