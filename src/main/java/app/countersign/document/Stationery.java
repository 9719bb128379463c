package app.countersign.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** How a business letter looks: the address where a window envelope shows it, the number of the page below. */
public final class Stationery {

    private static final String LAYOUT = "letter.css";

    private Stationery() {}

    /**
     * @param page what stands before the page's number, and
     * @param of before how many there are
     * @return the style sheet
     */
    public static String css(String page, String of) {
        return read(Stationery.class, LAYOUT).replace("/*page*/", page).replace("/*of*/", of);
    }

    /** @param name of a style sheet beside that class */
    public static String read(Class<?> beside, String name) {
        try (InputStream css = beside.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(css, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
