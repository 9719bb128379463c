package app.countersign.processing;

import app.countersign.kernel.Spreadsheet;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

/** How the record can be taken away. */
public enum RecordFormat {
    PDF("pdf", "application/pdf"),
    XLSX("xlsx", Spreadsheet.TYPE),
    /** In the words of the Data Privacy Vocabulary of W3C's community group. */
    JSON_LD("jsonld", "application/ld+json");

    private final String ending;
    private final String type;

    RecordFormat(String ending, String type) {
        this.ending = ending;
        this.type = type;
    }

    /** Of the file's name, without the dot. */
    public String ending() {
        return ending;
    }

    /** The media type. */
    public String type() {
        return type;
    }

    public static Optional<RecordFormat> of(String ending) {
        return Arrays.stream(values())
                .filter(format -> format.ending.equals(ending))
                .findFirst();
    }

    /** All controllers, a page at a time. */
    interface Controllers {

        /** @param serial of the last one that is known already */
        Recording.Page from(long serial);

        default void each(Consumer<ControllerRow> act) {
            Recording.Page page = from(0);
            page.items().forEach(act);
            while (page.next().isPresent()) {
                page = from(page.next().getAsLong());
                page.items().forEach(act);
            }
        }
    }
}
