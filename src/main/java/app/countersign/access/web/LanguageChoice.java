package app.countersign.access.web;

import app.countersign.kernel.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The language of the page: what the person chose ({@code ?lang=de}, remembered in a cookie), otherwise what their
 * browser asks for.
 */
@Named("language")
@RequestScoped
public class LanguageChoice {

    /** The cookie and the parameter that name a language. */
    static final String NAME = "lang";

    @Inject
    private HttpServletRequest request;

    private Locale locale;

    public Locale getLocale() {
        if (locale == null) {
            locale = chosen();
        }
        return locale;
    }

    public List<Locale> getAll() {
        return Texts.LANGUAGES;
    }

    public boolean isCurrent(Locale candidate) {
        return candidate.equals(getLocale());
    }

    private Locale chosen() {
        Stream<Locale> explicit = Stream.of(request.getParameter(NAME), cookie())
                .filter(tag -> tag != null)
                .map(Locale::forLanguageTag);
        return Stream.concat(explicit, Collections.list(request.getLocales()).stream())
                .map(wanted -> Locale.forLanguageTag(wanted.getLanguage()))
                .filter(Texts.LANGUAGES::contains)
                .findFirst()
                .orElse(Locale.ENGLISH);
    }

    private String cookie() {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? null
                : Stream.of(cookies)
                        .filter(c -> c.getName().equals(NAME))
                        .map(Cookie::getValue)
                        .findFirst()
                        .orElse(null);
    }
}
