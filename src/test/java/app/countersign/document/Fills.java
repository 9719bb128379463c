package app.countersign.document;

import java.util.Map;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;

/** Fills forms as people's programs do. */
final class Fills {

    private Fills() {}

    /** By PDFBox's own form filling, saved as an increment. */
    static byte[] byPdfBox(byte[] pdf, Map<String, String> values) {
        return Forger.continued(pdf, document -> {
            for (PDField field : document.getDocumentCatalog().getAcroForm(null).getFieldTree()) {
                String value = values.get(field.getFullyQualifiedName());
                if (value != null) {
                    field.setValue(value);
                    COSDictionary widget = field.getWidgets().get(0).getCOSObject();
                    widget.setNeedToBeUpdated(true);
                    widget.getCOSDictionary(COSName.AP).getCOSStream(COSName.N).setNeedToBeUpdated(true);
                }
            }
        });
    }
}
