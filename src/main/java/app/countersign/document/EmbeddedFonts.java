package app.countersign.document;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Puts the fonts of a rendering in order. */
final class EmbeddedFonts {

    private static final COSName CID_SET = COSName.getPDFName("CIDSet");
    private static final int PREFIX = "ABCDEF+".length();

    private EmbeddedFonts() {}

    /**
     * Takes away each CIDSet (it is optional, and the layout engine's is incomplete, which PDF/A forbids), and replaces
     * the random prefixes of the subsets by counted ones.
     */
    static void settle(PDDocument document) {
        Map<String, String> names = new HashMap<>();
        for (COSDictionary dictionary : dictionaries(document).values()) {
            dictionary.removeItem(CID_SET);
            rename(dictionary, COSName.BASE_FONT, names);
            rename(dictionary, COSName.FONT_NAME, names);
        }
    }

    private static Map<COSObjectKey, COSDictionary> dictionaries(PDDocument document) {
        Map<COSObjectKey, COSDictionary> dictionaries = new TreeMap<>();
        for (COSObjectKey key : document.getDocument().getXrefTable().keySet()) {
            COSObject object = document.getDocument().getObjectFromPool(key);
            COSBase value = object == null ? null : object.getObject();
            if (value instanceof COSDictionary dictionary) {
                dictionaries.put(key, dictionary);
            }
        }
        return dictionaries;
    }

    private static void rename(COSDictionary dictionary, COSName entry, Map<String, String> names) {
        String name = dictionary.getNameAsString(entry);
        if (name != null && name.indexOf('+') == PREFIX - 1) {
            dictionary.setName(
                    entry, names.computeIfAbsent(name, random -> counted(names.size()) + random.substring(PREFIX)));
        }
    }

    private static String counted(int number) {
        return "CSIG" + (char) ('A' + number / 26) + (char) ('A' + number % 26) + '+';
    }
}
