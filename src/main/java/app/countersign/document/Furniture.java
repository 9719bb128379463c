package app.countersign.document;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What stands around the words on every page, and names the file.
 *
 * @param title the document's title, also the PDF's
 * @param version of the words, as readers see it
 * @param processor the organisation whose document it is
 * @param author whom the PDF's properties name; may be the processor
 */
public record Furniture(String title, String version, String processor, String author) {

    /** By the name under which CSS refers to it. */
    Map<String, String> elements() {
        Map<String, String> elements = new LinkedHashMap<>();
        elements.put("title", title);
        elements.put("version", version);
        elements.put("processor", processor);
        elements.put("author", author);
        return elements;
    }
}
