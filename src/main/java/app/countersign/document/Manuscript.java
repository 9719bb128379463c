package app.countersign.document;

import java.util.Locale;

/**
 * What a rendering is made of.
 *
 * @param xhtml well-formed XHTML, UTF-8, without a document type; its own style sheets are read through {@code files}
 * @param css the layout, UTF-8, applied after the document's own style sheets
 * @param language the words' language
 * @param files what the words may refer to by relative path
 */
public record Manuscript(byte[] xhtml, byte[] css, Locale language, TemplateFiles files, Furniture furniture) {}
