package app.countersign.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;

/** Makes altered variants of a filled form: of each kind, saved in each way, some with several alterations at once. */
final class Forgeries {

    /** Every kind. */
    static final List<Forgery> KINDS = kinds();

    /** Every so many variants, another alteration is added. */
    private static final int SEVERAL = 5;

    private Forgeries() {}

    /** How the altered file is saved. */
    enum Saving {
        INCREMENTALLY,
        REWRITTEN,
        WITH_OBJECT_STREAMS,
        ENCRYPTED,
        /** The alteration in one increment, and an honest one after it. */
        SHADOWED
    }

    /**
     * A variant.
     *
     * @param honest the file before it was altered
     * @param page that was touched, from 1; 0 when it is the file as a whole
     */
    record Variant(Forgery forgery, Saving saving, boolean several, int page, byte[] honest, byte[] pdf) {

        @Override
        public String toString() {
            return forgery.kind() + ", " + saving + (several ? ", with more" : "");
        }
    }

    private static List<Forgery> kinds() {
        List<Forgery> kinds = new ArrayList<>(WordForgeries.all());
        kinds.addAll(PageForgeries.all());
        kinds.addAll(FieldForgeries.all());
        kinds.addAll(FileForgeries.all());
        return List.copyOf(kinds);
    }

    /** The variant of that number: the same number gives the same kind, saving and chances. */
    static Variant variant(ShippedForm form, byte[] filled, int number) {
        Random chance = new Random(form.code().hashCode() * 31L + number);
        Forgery forgery = KINDS.get(number % KINDS.size());
        Saving[] ways = Saving.values();
        Saving saving = ways[(number / KINDS.size() + number) % ways.length];
        boolean several = number % SEVERAL == 0;
        byte[] honest = chance.nextBoolean() ? filled : form.pdf();
        int[] page = new int[1];
        byte[] pdf = saved(honest, saving, document -> {
            page[0] = forgery.trick().on(document, chance);
            if (several) {
                more(document, chance);
            }
        });
        return new Variant(forgery, saving, several, page[0], honest, pdf);
    }

    /** A further alteration that leaves the first one as it is. */
    private static void more(PDDocument document, Random chance) throws IOException {
        List<Forgery> others = FileForgeries.all();
        others.get(chance.nextInt(6)).trick().on(document, chance);
    }

    static byte[] saved(byte[] pdf, Saving saving, Forger.Trick trick) {
        if (saving == Saving.SHADOWED) {
            return Forger.continued(Forger.continued(pdf, trick), Forgeries::touchField);
        }
        if (saving == Saving.INCREMENTALLY) {
            return Forger.continued(pdf, trick);
        }
        try (PDDocument document = Loader.loadPDF(pdf)) {
            trick.on(document);
            if (saving == Saving.ENCRYPTED) {
                document.protect(new StandardProtectionPolicy("owner", "", new AccessPermission()));
            }
            ByteArrayOutputStream result = new ByteArrayOutputStream();
            document.save(
                    result,
                    saving == Saving.WITH_OBJECT_STREAMS
                            ? CompressParameters.DEFAULT_COMPRESSION
                            : CompressParameters.NO_COMPRESSION);
            return result.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void touchField(PDDocument document) {
        for (PDField field : document.getDocumentCatalog().getAcroForm(null).getFieldTree()) {
            if (field instanceof PDTextField) {
                field.getCOSObject().setString(COSName.getPDFName("NM"), "touched");
                return;
            }
        }
    }
}
