package app.countersign.terms;

import app.countersign.kernel.Texts;
import java.util.Locale;
import java.util.Map;

/** A few words of a template's own data in several languages, by language code. Never empty. */
record Wording(Map<String, String> byLanguage) {

    Wording {
        byLanguage = Map.copyOf(byLanguage);
    }

    /** In the wanted language, or else the one nearest to it that is there. */
    String in(Locale language) {
        String exact = byLanguage.get(language.getLanguage());
        if (exact != null) {
            return exact;
        }
        String supported = byLanguage.get(Texts.supported(language).getLanguage());
        return supported != null ? supported : byLanguage.values().iterator().next();
    }
}
