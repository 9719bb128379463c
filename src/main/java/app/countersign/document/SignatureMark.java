package app.countersign.document;

import java.util.List;

/** What stands in the place of a handwritten signature. The cryptographic seal is another thing ({@link Seal}). */
public sealed interface SignatureMark {

    /** Small lines below it: who, when, how. */
    List<String> caption();

    /**
     * A signature drawn on a screen, from whoever: read as PNG, measured before it is decoded, cropped to its ink and
     * written anew, so that nothing but pixels remains of it.
     *
     * @param png at most 512 KiB, at most 4000 x 2000 pixels
     * @throws app.countersign.kernel.Refused when it is no PNG, too large, or blank
     */
    static SignatureMark drawn(byte[] png, List<String> caption) {
        return new Drawn(Ink.of(png), List.copyOf(caption));
    }

    /** A name typed as a signature, set in italics. */
    static SignatureMark typed(String name, List<String> caption) {
        return new Typed(name, List.copyOf(caption));
    }

    /** @see #drawn */
    record Drawn(Ink ink, List<String> caption) implements SignatureMark {}

    /** @see #typed */
    record Typed(String name, List<String> caption) implements SignatureMark {}
}
