package app.countersign.breach;

import java.util.Locale;

/** How dates are written on paper: English as the British do, the day first. */
final class Written {

    private Written() {}

    static Locale in(Locale language) {
        return language.getLanguage().equals("en") ? Locale.UK : language;
    }
}
