package app.countersign.portal;

import app.countersign.document.Limits;
import app.countersign.document.Pages;
import app.countersign.document.ReturnPictures;
import app.countersign.document.StoredFiles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Documents as pictures and text, to be read on a page. A stored document never changes, so what was made of it is kept
 * for the next look, as long as there is room.
 */
@ApplicationScoped
public class ReadingCopies {

    /** Sharp enough to read at the width of a page on the screen, about 100 KB each. */
    private static final int DPI = 120;

    private static final int MOST_PICTURES = 120;
    private static final int MOST_TEXTS = 60;

    @Inject
    private StoredFiles files;

    private final Map<String, byte[]> pictures = lru(MOST_PICTURES);
    private final Map<String, Integer> counts = lru(MOST_TEXTS * 10);
    private final Map<String, String> texts = lru(MOST_TEXTS);

    /** How many pages a stored document has.
     *
     * @param strangers whether somebody brought it, so that it is looked at within bounds */
    public int pages(String sha256, boolean strangers) {
        return kept(
                counts,
                sha256,
                () -> strangers
                        ? ReturnPictures.pages(files.read(sha256), Limits.USUAL)
                        : Pages.count(files.read(sha256)));
    }

    /** All words of a stored document, line by line. */
    public String text(String sha256) {
        return kept(texts, sha256, () -> Pages.text(files.read(sha256), 0));
    }

    /**
     * A page as a PNG.
     *
     * @param page from 1
     * @param strangers whether somebody brought it, so that it is looked at within bounds
     * @return empty if there is no such page, or it can't be drawn
     */
    public Optional<byte[]> picture(String sha256, int page, boolean strangers) {
        if (page < 1 || page > pages(sha256, strangers)) {
            return Optional.empty();
        }
        return strangers
                ? ReturnPictures.png(files.read(sha256), page, DPI, List.of(), Limits.USUAL)
                : Optional.of(kept(pictures, sha256 + page, () -> Pages.png(files.read(sha256), page, DPI)));
    }

    /** Made outside the lock: two who ask at the same moment both make it, and nobody else waits. */
    private static <T> T kept(Map<String, T> copies, String name, Supplier<T> make) {
        T copy = copies.get(name);
        if (copy == null) {
            copy = make.get();
            copies.put(name, copy);
        }
        return copy;
    }

    private static <T> Map<String, T> lru(int most) {
        return Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
                return size() > most;
            }
        });
    }
}
