package app.countersign.document;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Compares one field as issued with the same field as returned: only its value may be another, and must be what is seen. */
final class FieldComparison {

    private static final float TOLERANCE = 0.05f;
    private static final String FLAGS = "Ff";

    /** Entries that viewers write when a value is entered, or that say nothing of how the field looks. */
    private static final Set<String> FREE = Set.of(
            "V", "AP", "AS", "P", "M", "NM", "DA", "Rect", "StructParent", "Type", "Subtype", "PDFIUM_HasGeneratedAP");

    private static final int READ_ONLY = 1;

    private final int page;
    private final Laid before;
    private final Laid after;
    private final boolean setByViewers;
    private final List<Difference> differences = new ArrayList<>();

    /** @param setByViewers whether the form asks viewers to set values themselves */
    FieldComparison(int page, Laid before, Laid after, boolean setByViewers) {
        this.page = page;
        this.before = before;
        this.after = after;
        this.setByViewers = setByViewers;
        place();
        entries();
        value();
    }

    List<Difference> differences() {
        return differences;
    }

    private void place() {
        if (!before.area().isNear(after.area(), TOLERANCE)) {
            add(Difference.altered(page, after.area(), "document.return.field-moved", page, before.field()));
        }
    }

    private void entries() {
        Set<String> names = new TreeSet<>(before.entries().keySet());
        names.addAll(after.entries().keySet());
        names.removeAll(FREE);
        for (String name : names) {
            String was = before.entries().get(name);
            String is = after.entries().get(name);
            if (!Objects.equals(was, is) && !isEmptyStyle(name, is)) {
                add(Difference.altered(
                        page, after.area(), "document.return.field-changed", page, before.field(), name));
            }
        }
    }

    /** Some programs write that nothing surrounds a field. */
    private static boolean isEmptyStyle(String name, String is) {
        return name.equals("MK") && EMPTY.equals(is);
    }

    private static final String EMPTY = "<e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private void value() {
        if (after.value().isEmpty()) {
            add(Difference.doubtful(page, after.area(), "document.return.value-unreadable", page, before.field()));
            return;
        }
        String was = before.value().orElse("");
        String is = after.value().get();
        if (isReadOnly() && !was.equals(is)) {
            add(Difference.altered(
                            page, after.area(), "document.return.field-fixed", page, before.field(), was, cut(is))
                    .of(was, cut(is)));
        }
        boolean untouched = was.equals(is) && same("AP") && (!setByViewers || same("DA"));
        if (!untouched) {
            appearance(is);
        }
    }

    private boolean same(String entry) {
        return Objects.equals(before.entries().get(entry), after.entries().get(entry));
    }

    private boolean isReadOnly() {
        String flags = before.entries().getOrDefault(FLAGS, "#0");
        return ((int) Float.parseFloat(flags.substring(1)) & READ_ONLY) != 0;
    }

    private void appearance(String value) {
        switch (after.showing().kind()) {
            case UNSURE -> unsure();
            case ABSENT -> {
                if (!same("DA")) {
                    unsure();
                }
            }
            case PLAIN -> compared(value, after.showing().text());
        }
    }

    private void compared(String value, String shown) {
        if (squeezed(shown).equals(squeezed(value))) {
            if (setByViewers && !same("DA")) {
                unsure();
            }
        } else if (!shown.isBlank()) {
            add(Difference.altered(
                            page,
                            after.area(),
                            "document.return.appearance-other",
                            page,
                            before.field(),
                            cut(value),
                            cut(Letters.onOneLine(shown)))
                    .of(cut(value), cut(Letters.onOneLine(shown))));
        } else if (!setByViewers) {
            add(Difference.doubtful(
                    page, after.area(), "document.return.appearance-blank", page, before.field(), cut(value)));
        }
    }

    private void unsure() {
        add(Difference.doubtful(page, after.area(), "document.return.appearance-unsure", page, before.field()));
    }

    private void add(Difference difference) {
        differences.add(difference);
    }

    static String cut(String text) {
        String line = Letters.onOneLine(text);
        return line.length() <= 300 ? line : line.substring(0, 300) + " …";
    }

    /** Letters alone, whichever way they are composed and broken into lines. */
    static String squeezed(String text) {
        return Normalizer.normalize(Letters.clean(text), Normalizer.Form.NFKC).replaceAll("[\\s\\u00ad]+", "");
    }
}
