package app.countersign.contract.web;

import app.countersign.document.Limits;
import app.countersign.document.Pages;
import app.countersign.document.ReturnPictures;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Pages of documents as pictures. A document never changes under its hash, so a picture that was made is kept; of all
 * pictures the last two hundred that were looked at, which is about 30 MB.
 */
@ApplicationScoped
class PageImages {

    private static final int DPI = 110;
    private static final int MOST = 200;

    private final Map<String, byte[]> pictures = lastUsed();
    private final Map<String, Integer> counts = lastUsed();

    /** How pages are counted and drawn. */
    interface Drawing {

        int count(byte[] pdf);

        /** @param number from 1
         * @return empty where it can't be drawn */
        Optional<byte[]> png(byte[] pdf, int number);
    }

    /** Documents that we have made. */
    static final Drawing OURS = new Drawing() {

        @Override
        public int count(byte[] pdf) {
            return Pages.count(pdf);
        }

        @Override
        public Optional<byte[]> png(byte[] pdf, int number) {
            return Optional.of(Pages.png(pdf, number, DPI));
        }
    };

    /** Files that somebody brought, within bounds. */
    static final Drawing STRANGERS = new Drawing() {

        @Override
        public int count(byte[] pdf) {
            return ReturnPictures.pages(pdf, Limits.USUAL);
        }

        @Override
        public Optional<byte[]> png(byte[] pdf, int number) {
            return ReturnPictures.png(pdf, number, DPI, List.of(), Limits.USUAL);
        }
    };

    /** @param hash of the document
     * @param number from 1
     * @param pdf gives the document, if it is needed
     * @return a PNG, or null if the document has no such page, or it can't be drawn */
    byte[] png(String hash, int number, Drawing drawing, Supplier<byte[]> pdf) {
        String key = hash + "/" + number;
        byte[] known = get(pictures, key);
        if (known != null) {
            return known;
        }
        byte[] content = pdf.get();
        if (number < 1 || number > count(hash, () -> drawing.count(content))) {
            return null;
        }
        Optional<byte[]> made = drawing.png(content, number);
        made.ifPresent(png -> put(pictures, key, png));
        return made.orElse(null);
    }

    /** How many pages that document has. */
    int count(String hash, Supplier<Integer> counting) {
        Integer known = get(counts, hash);
        if (known == null) {
            known = counting.get();
            put(counts, hash, known);
        }
        return known;
    }

    private static <V> V get(Map<String, V> map, String key) {
        synchronized (map) {
            return map.get(key);
        }
    }

    private static <V> void put(Map<String, V> map, String key, V value) {
        synchronized (map) {
            map.put(key, value);
        }
    }

    private static <V> Map<String, V> lastUsed() {
        return new LinkedHashMap<>(16, 0.75f, true) {

            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > MOST;
            }
        };
    }
}
