package app.countersign.document;

import java.io.IOException;
import java.util.Random;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * One kind of alteration, of which chance makes variants.
 *
 * @param kind what is done
 * @param effect how it shows
 * @param trick does it
 */
record Forgery(String kind, Effect effect, Trick trick) {

    /** How an alteration shows. */
    enum Effect {
        /** The page looks different. */
        LOOKS,
        /** The page looks as before; the file's objects differ. */
        STRUCTURE
    }

    /** Does it. */
    interface Trick {
        /** @return the page that it touched, from 1; 0 when it is the file as a whole */
        int on(PDDocument document, Random chance) throws IOException;
    }

    static Forgery seen(String kind, Trick trick) {
        return new Forgery(kind, Effect.LOOKS, trick);
    }

    static Forgery unseen(String kind, Trick trick) {
        return new Forgery(kind, Effect.STRUCTURE, trick);
    }
}
