package app.countersign.kernel;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The words of the application in one language. Each room has a bundle of its own, {@code messages/<room>.properties}
 * (English) and {@code messages/<room>_de.properties}; a key starts with its room: {@code contract.list.title}.
 *
 * <pre>{@code Texts.of(Locale.GERMAN).text("contract.state.in-force")}</pre>
 */
public final class Texts {

    /** The languages in which every key has its words. Another language is one more bundle per room, and a line here. */
    public static final List<Locale> LANGUAGES = List.of(Locale.GERMAN, Locale.ENGLISH);

    private static final Map<Locale, Texts> BY_LANGUAGE = new ConcurrentHashMap<>();
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Locale language;
    private final Map<String, Optional<ResourceBundle>> bundles = new ConcurrentHashMap<>();

    private Texts(Locale language) {
        this.language = language;
    }

    public static Texts of(Locale wanted) {
        return BY_LANGUAGE.computeIfAbsent(supported(wanted), Texts::new);
    }

    /** The language of ours that comes nearest to the wanted one: itself, or English. */
    public static Locale supported(Locale wanted) {
        return LANGUAGES.stream()
                .filter(ours -> wanted != null && ours.getLanguage().equals(wanted.getLanguage()))
                .findFirst()
                .orElse(Locale.ENGLISH);
    }

    public Locale language() {
        return language;
    }

    /**
     * The text under that key with its placeholders filled. {@link Reason} and {@link Country} arguments are put into
     * words first. A key without words comes back between question marks, so that a page never fails for want of one; a test finds them.
     */
    public String text(String key, Object... args) {
        String pattern = pattern(key);
        Object[] worded = new Object[args.length];
        for (int i = 0; i < args.length; i++) {
            worded[i] = worded(args[i]);
        }
        return new MessageFormat(pattern, language).format(worded);
    }

    private Object worded(Object arg) {
        if (arg instanceof Reason reason) {
            return reason.in(language);
        }
        return arg instanceof Country country ? country.name(language) : arg;
    }

    public boolean has(String key) {
        return !pattern(key).equals(missing(key));
    }

    private String pattern(String key) {
        return bundle(key)
                .filter(bundle -> bundle.containsKey(key))
                .map(bundle -> bundle.getString(key))
                .orElseGet(() -> missing(key));
    }

    /** A key without words is nothing unusual to whoever asks with {@link #has}: it must not cost an exception. */
    private Optional<ResourceBundle> bundle(String key) {
        int dot = key.indexOf('.');
        return dot < 1 ? Optional.empty() : bundles.computeIfAbsent(key.substring(0, dot), this::load);
    }

    private Optional<ResourceBundle> load(String room) {
        try {
            return Optional.of(
                    ResourceBundle.getBundle("messages." + room, language, Texts.class.getClassLoader(), NO_FALLBACK));
        } catch (MissingResourceException e) {
            return Optional.empty();
        }
    }

    private static String missing(String key) {
        return "?" + key + "?";
    }
}
