package app.countersign.document;

import java.time.Instant;
import java.util.Locale;

/**
 * What a file says of itself, in its document information and in XMP.
 *
 * @param identifier by which the file is recognised when it comes back ({@code dc:identifier} and the information key
 *     {@value #IDENTIFIER_KEY}): for instance contract id and template hash; never trusted by itself
 * @param created the moment of creation and modification; equal content with equal moments gives equal bytes
 */
public record Metadata(
        String title, String author, String subject, String identifier, Locale language, Instant created) {

    static final String IDENTIFIER_KEY = "CountersignIdentifier";
}
