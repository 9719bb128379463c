package app.countersign.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;

/** A room that may know which language a reader prefers who has not chosen one, better than the browser does. */
public interface KnownReader {

    Optional<Locale> language(HttpServletRequest request);
}
