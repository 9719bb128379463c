/**
 * PDFs and files: rendering words, filling forms, sealing, judging what comes back, keeping bytes. This room knows
 * documents, fields and seals, and nothing of contracts.
 *
 * <p>Words are rendered once per template version: {@link app.countersign.document.Rendering} makes pages of XHTML and
 * CSS, {@link app.countersign.document.Form} keeps those pages with the places of their fields and makes from them, as
 * often as wanted, a fillable file or a completed one. {@link app.countersign.document.Seal} signs a completed file. A
 * file that somebody brings is never trusted and never signed: {@link app.countersign.document.Verification} and
 * {@link app.countersign.document.Comparison} only look at it, within limits. {@link app.countersign.document.StoredFiles}
 * keeps bytes in the database under their SHA-256.
 *
 * <h2>What a template's XHTML and CSS may count on</h2>
 *
 * <ul>
 *   <li>Two families, always embedded: {@code "Countersign Serif"} (regular, italic, bold, bold italic) for the words,
 *       {@code "Countersign Sans"} (regular, bold) for furniture and tables. There are no others; {@code serif}
 *       and {@code sans-serif} mean these two. A letter that a face lacks is refused, not left out.
 *   <li>Furniture as running elements that the page margins can show: {@code content: element(title)},
 *       {@code element(version)}, {@code element(processor)}, {@code element(author)}. They are {@code div}s with the
 *       classes {@code furniture-title}, {@code furniture-version} … and styled through those.
 *   <li>A field is {@code <span class="field" id="field.controller.company"></span>}, an inline block that the CSS
 *       sizes. {@code *.address} takes several lines. {@code *.signature} is a place for a signature, not a text field;
 *       its caption lines stand inside it, at the bottom. A box of 24 pt and more holds a name of 300 characters.
 *   <li>Images and further style sheets by a relative path inside the template's folder, and nothing else: no other
 *       scheme or host is ever asked.
 * </ul>
 */
package app.countersign.document;
