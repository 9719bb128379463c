package app.countersign.document;

import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;

/** Gives fields their dotted names: each part before a dot is a parent field (ISO 32000-1, 12.7.3.2). */
final class FieldNames {

    private final PDAcroForm form;
    private final Map<String, COSDictionary> parents = new HashMap<>();

    FieldNames(PDAcroForm form) {
        this.form = form;
    }

    void add(String name, PDTextField field) {
        place(name, field.getCOSObject());
    }

    private void place(String name, COSDictionary field) {
        int dot = name.lastIndexOf('.');
        field.setString(COSName.T, name.substring(dot + 1));
        if (dot < 0) {
            children(form.getCOSObject(), COSName.FIELDS).add(field);
        } else {
            COSDictionary parent = parent(name.substring(0, dot));
            field.setItem(COSName.PARENT, parent);
            children(parent, COSName.KIDS).add(field);
        }
    }

    private COSDictionary parent(String name) {
        COSDictionary parent = parents.get(name);
        if (parent == null) {
            parent = new COSDictionary();
            parents.put(name, parent);
            place(name, parent);
        }
        return parent;
    }

    private static COSArray children(COSDictionary of, COSName under) {
        COSArray children = of.getCOSArray(under);
        if (children == null) {
            children = new COSArray();
            of.setItem(under, children);
        }
        return children;
    }
}
