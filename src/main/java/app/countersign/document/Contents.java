package app.countersign.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * What else than pages is in a file. Found by looking at every object rather than along the ways that lead to them: a
 * viewer may know ways that we do not.
 *
 * @param scripts whether something in it can act by itself
 * @param attachments the SHA-256 of each file inside, by its name
 */
record Contents(boolean scripts, Map<String, String> attachments) {

    private static final Set<String> ACTING = Set.of("JavaScript", "Launch", "SubmitForm", "ImportData", "Rendition");
    private static final COSName JS = COSName.getPDFName("JS");
    private static final COSName XFA = COSName.getPDFName("XFA");
    private static final int DEEPEST = 64;
    private static final int MOST_ATTACHMENTS = 100;

    static Contents of(PDDocument document, Deadline deadline) throws IOException {
        Search search = new Search(deadline);
        Map<COSObjectKey, Long> table = new TreeMap<>(document.getDocument().getXrefTable());
        for (COSObjectKey key : table.keySet()) {
            COSObject object = document.getDocument().getObjectFromPool(key);
            search.look(object.getObject(), 0);
        }
        return new Contents(search.scripts, search.attachments);
    }

    private static final class Search {
        private final Deadline deadline;
        private final Map<String, String> attachments = new LinkedHashMap<>();
        private boolean scripts;

        Search(Deadline deadline) {
            this.deadline = deadline;
        }

        /** Follows no reference: what is referred to is looked at when its turn comes. */
        private void look(COSBase value, int depth) throws IOException {
            deadline.check();
            if (depth > DEEPEST) {
                throw new IOException("nested too deeply");
            }
            if (value instanceof COSDictionary dictionary) {
                inspect(dictionary);
                for (COSBase entry : dictionary.getValues()) {
                    look(entry, depth + 1);
                }
            } else if (value instanceof COSArray array) {
                for (COSBase entry : array) {
                    look(entry, depth + 1);
                }
            }
        }

        private void inspect(COSDictionary dictionary) throws IOException {
            String action = dictionary.getNameAsString(COSName.S);
            scripts |= dictionary.containsKey(JS)
                    || dictionary.containsKey(XFA)
                    || action != null && ACTING.contains(action);
            if (dictionary.getDictionaryObject(COSName.EF) instanceof COSDictionary embedded
                    && attachments.size() < MOST_ATTACHMENTS) {
                attachments.put(name(dictionary), hash(embedded));
            }
        }

        private static String name(COSDictionary file) {
            String name = file.getString(COSName.UF, file.getString(COSName.F, "?"));
            String clean = Letters.onOneLine(name);
            return clean.substring(0, Math.min(clean.length(), 200));
        }

        private static String hash(COSDictionary embedded) throws IOException {
            COSStream content = embedded.getCOSStream(COSName.UF);
            content = content == null ? embedded.getCOSStream(COSName.F) : content;
            if (content == null) {
                return "";
            }
            MessageDigest digest = Archival.digest();
            try (InputStream bytes = new DigestInputStream(content.createInputStream(), digest)) {
                bytes.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        }
    }
}
