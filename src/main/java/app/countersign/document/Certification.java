package app.countersign.document;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;

/** Tells viewers what may still be done to a signed file (ISO 32000-1, 12.8.2.2: DocMDP). */
final class Certification {

    private static final COSName PERMISSIONS = COSName.getPDFName("Perms");
    private static final COSName DOC_MDP = COSName.getPDFName("DocMDP");
    private static final int NO_CHANGES = 1;

    private Certification() {}

    /** Whether no signature on the file forbids to fill in further fields. */
    static boolean allowsFilling(PDDocument document) {
        return document.getSignatureDictionaries().stream()
                .flatMap(signature -> references(signature.getCOSObject()).stream())
                .allMatch(Certification::allowsFilling);
    }

    private static List<COSDictionary> references(COSDictionary signature) {
        COSArray references = signature.getCOSArray(COSName.getPDFName("Reference"));
        return references == null
                ? List.of()
                : IntStream.range(0, references.size())
                        .mapToObj(references::getObject)
                        .filter(COSDictionary.class::isInstance)
                        .map(COSDictionary.class::cast)
                        .toList();
    }

    /** A lock on fields is taken for one on ours, too. */
    private static boolean allowsFilling(COSDictionary reference) {
        if (!DOC_MDP.equals(reference.getCOSName(COSName.getPDFName("TransformMethod")))) {
            return false;
        }
        COSDictionary parameters = reference.getCOSDictionary(COSName.getPDFName("TransformParams"));
        return parameters != null && parameters.getInt(COSName.P, 2) > NO_CHANGES;
    }

    static void noChanges(PDDocument document, PDSignature signature) {
        COSDictionary parameters = new COSDictionary();
        parameters.setItem(COSName.TYPE, COSName.getPDFName("TransformParams"));
        parameters.setInt(COSName.P, NO_CHANGES);
        parameters.setName(COSName.V, "1.2");
        COSDictionary reference = new COSDictionary();
        reference.setItem(COSName.TYPE, COSName.getPDFName("SigRef"));
        reference.setItem(COSName.getPDFName("TransformMethod"), DOC_MDP);
        reference.setItem(COSName.getPDFName("TransformParams"), parameters);
        COSArray references = new COSArray();
        references.add(reference);
        signature.getCOSObject().setItem(COSName.getPDFName("Reference"), references);
        COSDictionary permissions = new COSDictionary();
        permissions.setItem(DOC_MDP, signature);
        COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
        catalog.setItem(PERMISSIONS, permissions);
        catalog.setNeedToBeUpdated(true);
    }
}
