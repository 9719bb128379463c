package app.countersign.access.web;

import app.countersign.kernel.Outage;
import app.countersign.kernel.Settings;
import app.countersign.kernel.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The language of the page: what the person chose ({@code ?lang=de}, remembered in a cookie), otherwise what a
 * room knows of this reader, otherwise what their browser asks for.
 */
@Named("language")
@RequestScoped
public class LanguageChoice {

    /** @param tag {@code de}
     * @param name the language's name in itself
     * @param href this page in that language */
    public record Offer(String tag, String name, String href, boolean current) {}

    /** The cookie and the parameter that name a language. */
    static final String NAME = "lang";

    @Inject
    private HttpServletRequest request;

    @Any
    @Inject
    private Instance<KnownReader> readers;

    @Inject
    private Settings settings;

    private Locale locale;

    public Locale getLocale() {
        if (locale == null) {
            Optional<Locale> asked = supported(Stream.ofNullable(request.getParameter(NAME)));
            asked.ifPresent(this::remember);
            locale = asked.or(() -> supported(cookie()))
                    .or(() -> supported(readers.stream()
                            .flatMap(reader -> known(reader).stream())
                            .map(Locale::getLanguage)))
                    .or(() -> supported(
                            Collections.list(request.getLocales()).stream().map(Locale::getLanguage)))
                    .orElse(Locale.ENGLISH);
        }
        return locale;
    }

    /** Nothing while the database is away: the page that says so needs a language, too. */
    private Optional<Locale> known(KnownReader reader) {
        try {
            return reader.language(request);
        } catch (RuntimeException e) {
            if (Outage.isBehind(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    public List<Offer> getOffers() {
        return Texts.LANGUAGES.stream()
                .map(l -> new Offer(l.getLanguage(), l.getDisplayLanguage(l), here(l), l.equals(getLocale())))
                .toList();
    }

    private static Optional<Locale> supported(Stream<String> tags) {
        return tags.map(tag -> Locale.forLanguageTag(Locale.forLanguageTag(tag).getLanguage()))
                .filter(Texts.LANGUAGES::contains)
                .findFirst();
    }

    private Stream<String> cookie() {
        Cookie[] cookies = request.getCookies() == null ? new Cookie[0] : request.getCookies();
        return Arrays.stream(cookies)
                .filter(c -> c.getName().equals(settings.cookieName(NAME)))
                .map(Cookie::getValue);
    }

    /** A servlet that asks for the language has no page in which it could have been chosen. */
    private void remember(Locale chosen) {
        if (FacesContext.getCurrentInstance() == null) {
            return;
        }
        Map<String, Object> properties =
                Map.of("maxAge", (int) Duration.ofDays(365).toSeconds());
        FacesContext.getCurrentInstance()
                .getExternalContext()
                .addResponseCookie(settings.cookieName(NAME), chosen.getLanguage(), properties);
    }

    /** The same address, an error page's being that of the page that failed. */
    private String here(Locale language) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String query = request.getQueryString() == null ? "" : request.getQueryString();
        return (failed == null ? request.getRequestURI() : failed)
                + Stream.concat(
                                Arrays.stream(query.split("&")).filter(p -> !p.isEmpty() && !p.startsWith(NAME + "=")),
                                Stream.of(NAME + "=" + language.getLanguage()))
                        .collect(Collectors.joining("&", "?", ""));
    }
}
