package app.countersign.document;

/**
 * A file inside a file (PDF/A-3 associated file).
 *
 * @param name the file name, shown by viewers
 * @param mediaType for instance {@code application/json}
 * @param relationship what it is to the document
 * @param description one line, shown by viewers
 */
public record Attachment(String name, String mediaType, Relationship relationship, String description, byte[] bytes) {

    /** ISO 19005-3, 6.8: the values of AFRelationship that we use. */
    public enum Relationship {
        DATA("Data"),
        SCHEMA("Schema"),
        SOURCE("Source"),
        SUPPLEMENT("Supplement"),
        UNSPECIFIED("Unspecified");

        private final String pdfName;

        Relationship(String pdfName) {
            this.pdfName = pdfName;
        }

        String pdfName() {
            return pdfName;
        }
    }
}
