package app.countersign.document;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * In what a returned file differs from the issued form, entry by entry. Nothing that is not known to be harmless passes.
 * Each group of checks is asked for by itself, so that it can be told what came of it.
 */
final class SkeletonComparison {

    /** What makes a file act, or show what its pages do not. */
    private static final Set<String> ACTING =
            Set.of("OpenAction", "AA", "OCProperties", "AF", "Collection", "Threads", "SpiderInfo", "Requirements");

    /** What viewers write of their own, or may leave out, without bearing on what is seen. */
    private static final Set<String> FREE_IN_CATALOG =
            Set.of("Lang", "ViewerPreferences", "PageLayout", "PageMode", "OutputIntents", "MarkInfo", "PieceInfo");

    private static final Set<String> OF_SIGNATURES = Set.of("Perms", "DSS");
    private static final Set<String> FREE_IN_FORM = Set.of("NeedAppearances", "SigFlags", "DA", "Q", "CO");
    /** Entries of what lies over a page that do not bear on what is seen; its place is compared by itself. */
    private static final Set<String> WITHOUT_EFFECT =
            Set.of("P", "M", "NM", "StructParent", "Rect", "PDFIUM_HasGeneratedAP");

    private static final float TOLERANCE = 0.05f;
    private static final Set<String> HAND = Set.of("Ink", "Stamp", "FreeText");

    private final Skeleton before;
    private final Skeleton after;
    private final Collection<Placement> signing;

    /** @param signing where a signature may be set; what lies wholly there is told, but is no alteration */
    SkeletonComparison(Skeleton before, Skeleton after, Collection<Placement> signing) {
        this.before = before;
        this.after = after;
        this.signing = signing;
    }

    /** Which form the file says it is. */
    List<Difference> identity() {
        boolean another = after.identifier().isPresent()
                && before.identifier().isPresent()
                && !after.identifier().equals(before.identifier());
        return another ? List.of(Difference.altered(0, null, "document.return.other-form")) : List.of();
    }

    /** What acts or hides: scripts, attached files, layers, pages that are not shown. */
    List<Difference> contents() {
        List<Difference> found = new ArrayList<>();
        if (after.contents().scripts() && !before.contents().scripts()) {
            found.add(Difference.altered(0, null, "document.return.scripts"));
        }
        TreeSet<String> names = new TreeSet<>(before.contents().attachments().keySet());
        names.addAll(after.contents().attachments().keySet());
        for (String name : names) {
            if (!Objects.equals(
                    before.contents().attachments().get(name),
                    after.contents().attachments().get(name))) {
                found.add(Difference.altered(0, null, "document.return.attachment", name));
            }
        }
        if (after.strayPages() > before.strayPages()) {
            found.add(Difference.altered(0, null, "document.return.stray-pages"));
        }
        found.addAll(catalog());
        return found;
    }

    private List<Difference> catalog() {
        List<Difference> found = new ArrayList<>();
        for (String name : changed(before.catalog(), after.catalog())) {
            boolean free = FREE_IN_CATALOG.contains(name) || OF_SIGNATURES.contains(name) && isSigned();
            if (!free) {
                found.add(
                        ACTING.contains(name) && !isPlace(after.catalog().get(name))
                                ? Difference.altered(0, null, "document.return.acting", name)
                                : Difference.doubtful(0, null, "document.return.unknown", name));
            }
        }
        return found;
    }

    /** A page and place on which to open, not an action: its fingerprint is an array's. */
    private static boolean isPlace(String fingerprint) {
        return fingerprint != null && fingerprint.startsWith("[");
    }

    private boolean isSigned() {
        return after.pages().stream().flatMap(sheet -> sheet.laid().stream()).anyMatch(Laid::isSignature);
    }

    private static Set<String> changed(Map<String, String> before, Map<String, String> after) {
        Set<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        names.removeIf(name -> Objects.equals(before.get(name), after.get(name)));
        return names;
    }

    /** Form and fields. */
    List<Difference> fields() {
        List<Difference> found = new ArrayList<>();
        if (after.hasNoFields() && !before.hasNoFields()) {
            found.add(Difference.doubtful(0, null, "document.return.no-fields"));
            return found;
        }
        for (String name : changed(before.form(), after.form())) {
            if (!FREE_IN_FORM.contains(name)) {
                found.add(Difference.altered(0, null, "document.return.acting", name));
            }
        }
        before.formFonts().forEach((name, font) -> {
            if (after.formFonts().containsKey(name)
                    && !font.equals(after.formFonts().get(name))) {
                found.add(Difference.altered(0, null, "document.return.form-font", name));
            }
        });
        names(found);
        return found;
    }

    private void names(List<Difference> found) {
        Set<String> missing = new TreeSet<>(before.fields());
        missing.removeAll(after.fields());
        missing.forEach(name -> found.add(Difference.altered(0, null, "document.return.field-removed", name)));
        Set<String> added = new TreeSet<>(after.fields());
        added.removeAll(before.fields());
        after.pages().stream()
                .flatMap(sheet -> sheet.laid().stream())
                .filter(Laid::isSignature)
                .forEach(laid -> added.remove(laid.field()));
        added.forEach(name -> found.add(Difference.altered(0, null, "document.return.field-added", name)));
    }

    /** How many pages there are, and what lies over each. */
    List<Difference> annotations() {
        List<Difference> found = new ArrayList<>();
        for (int i = 0; i < Math.max(before.pages().size(), after.pages().size()); i++) {
            List<Laid> issued =
                    i < before.pages().size() ? before.pages().get(i).laid() : List.of();
            List<Laid> returned =
                    i < after.pages().size() ? after.pages().get(i).laid() : List.of();
            laid(i + 1, issued, returned, found);
        }
        return found;
    }

    private void laid(int page, List<Laid> issued, List<Laid> returned, List<Difference> found) {
        Map<String, Laid> fields = new LinkedHashMap<>();
        List<Laid> others = new ArrayList<>();
        for (Laid laid : issued) {
            if (laid.isField()) {
                fields.put(laid.field(), laid);
            } else {
                others.add(laid);
            }
        }
        for (Laid laid : returned) {
            Laid field = laid.isField() ? fields.remove(laid.field()) : null;
            if (field != null) {
                found.addAll(new FieldComparison(page, field, laid, setByViewers()).differences());
            } else if (laid.isField() || !taken(others, laid)) {
                found.addAll(added(page, laid));
            }
        }
        if (!after.hasNoFields()) {
            fields.values()
                    .forEach(laid -> found.add(
                            Difference.altered(page, laid.area(), "document.return.field-gone", page, laid.field())));
            if (!others.isEmpty()) {
                found.add(Difference.doubtful(page, null, "document.return.annotation-gone", page));
            }
        }
    }

    private boolean setByViewers() {
        return "true".equals(after.form().get("NeedAppearances"));
    }

    private static boolean taken(List<Laid> others, Laid laid) {
        for (Laid other : others) {
            if (other.area().isNear(laid.area(), TOLERANCE) && compared(other).equals(compared(laid))) {
                return others.remove(other);
            }
        }
        return false;
    }

    private static Map<String, String> compared(Laid laid) {
        Map<String, String> entries = new HashMap<>(laid.entries());
        WITHOUT_EFFECT.forEach(entries::remove);
        return entries;
    }

    private List<Difference> added(int page, Laid laid) {
        boolean inPlace = signing.stream()
                .anyMatch(place ->
                        place.page() == page && Area.of(place).widened(1).contains(laid.area()));
        if (laid.isSignature()) {
            return laid.isInvisible()
                    ? List.of()
                    : List.of(
                            inPlace
                                    ? Difference.doubtful(page, laid.area(), "document.return.signed-visibly", page)
                                    : Difference.altered(page, laid.area(), "document.return.signature-over", page));
        }
        if (after.hasNoFields() && laid.kind().equals("Link")) {
            return List.of(Difference.doubtful(page, laid.area(), "document.return.laid-over", page, laid.kind()));
        }
        if (inPlace && HAND.contains(laid.kind()) && !laid.entries().containsKey("A")) {
            return List.of(Difference.doubtful(page, laid.area(), "document.return.signed-by-hand", page));
        }
        return List.of(
                laid.isField()
                        ? Difference.altered(
                                page,
                                laid.area(),
                                "document.return.field-extra",
                                page,
                                FieldComparison.cut(laid.field()))
                        : Difference.altered(page, laid.area(), "document.return.laid-over", page, laid.kind()));
    }

    /** Number, size, turn and drawing of the pages. */
    List<Difference> pages() {
        List<Difference> found = new ArrayList<>();
        int issued = before.pages().size();
        int returned = after.pages().size();
        if (issued != returned) {
            found.add(Difference.altered(0, null, "document.return.pages", issued, returned));
        }
        for (int i = 0; i < Math.min(issued, returned); i++) {
            page(i + 1, before.pages().get(i), after.pages().get(i), found);
        }
        return found;
    }

    private void page(int page, Skeleton.Sheet one, Skeleton.Sheet two, List<Difference> found) {
        if (!one.box().equals(two.box())) {
            found.add(
                    after.hasNoFields()
                            ? Difference.doubtful(page, null, "document.return.page-box", page)
                            : Difference.altered(page, null, "document.return.page-box", page));
        }
        if (!one.drawing().equals(two.drawing())) {
            found.add(Difference.doubtful(page, null, "document.return.redrawn", page));
        }
        for (String name : changed(one.extras(), two.extras())) {
            boolean harmless = name.equals("Tabs") || name.equals("Group") && after.hasNoFields();
            if (!harmless) {
                found.add(Difference.doubtful(page, null, "document.return.page-entry", page, name));
            }
        }
    }
}
