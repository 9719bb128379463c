package app.countersign.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;

/** A form's fields as the form lists them (ISO 32000-1, 12.7.3). A stranger's tree may have loops. */
final class FieldTree {

    private static final int DEEPEST = 20;
    private static final int MOST = 5_000;
    private static final Set<COSName> WAYS = Set.of(COSName.KIDS, COSName.PARENT, COSName.T);

    private final Deadline deadline;
    private final Set<String> names = new TreeSet<>();
    private final Set<COSDictionary> widgets = Collections.newSetFromMap(new IdentityHashMap<>());

    FieldTree(COSDictionary form, Deadline deadline) {
        this.deadline = deadline;
        dictionaries(form, COSName.FIELDS).forEach(field -> walk(field, 0));
    }

    private void walk(COSDictionary field, int depth) {
        deadline.check();
        if (depth > DEEPEST || widgets.size() > MOST || !widgets.add(field)) {
            names.add("(loop)");
            return;
        }
        List<COSDictionary> kids = dictionaries(field, COSName.KIDS);
        if (kids.stream().noneMatch(kid -> kid.containsKey(COSName.T))) {
            names.add(name(field));
            widgets.addAll(kids);
        } else {
            kids.forEach(kid -> walk(kid, depth + 1));
        }
    }

    /** Whole names of those without further fields beneath. */
    Set<String> names() {
        return names;
    }

    boolean holds(COSDictionary widget) {
        return widgets.contains(widget);
    }

    /** The name with those of its parents, dots between. */
    static String name(COSDictionary field) {
        StringBuilder name = new StringBuilder();
        COSDictionary node = field;
        for (int i = 0; node != null && i < DEEPEST; i++) {
            String part = node.getString(COSName.T);
            if (part != null) {
                name.insert(0, name.isEmpty() ? part : part + ".");
            }
            node = node.getCOSDictionary(COSName.PARENT);
        }
        return name.toString();
    }

    /** Its entries and those of its parents; the nearest wins. */
    static Map<COSName, COSBase> merged(COSDictionary field) {
        Map<COSName, COSBase> merged = new LinkedHashMap<>();
        COSDictionary node = field;
        for (int i = 0; node != null && i < DEEPEST; i++) {
            for (COSName name : new ArrayList<>(node.keySet())) {
                COSBase value = node.getDictionaryObject(name);
                if (value != null && !WAYS.contains(name)) {
                    merged.putIfAbsent(name, value);
                }
            }
            node = node.getCOSDictionary(COSName.PARENT);
        }
        return merged;
    }

    static List<COSDictionary> dictionaries(COSDictionary of, COSName under) {
        COSArray array = of.getCOSArray(under);
        List<COSDictionary> dictionaries = new ArrayList<>();
        for (int i = 0; array != null && i < array.size() && i <= MOST; i++) {
            if (array.getObject(i) instanceof COSDictionary dictionary) {
                dictionaries.add(dictionary);
            }
        }
        return dictionaries;
    }
}
