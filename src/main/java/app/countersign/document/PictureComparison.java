package app.countersign.document;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Where two pictures of a page differ, areas that people fill in left out. At 150 dpi an edited digit differs in some 19
 * dots, an honest file in none; at 72 dpi the digit would be one dot (measured).
 */
final class PictureComparison {

    static final int DPI = 150;

    private static final int DARKER = 80;
    private static final int FEWEST_DOTS = 6;
    private static final int CELL = 24;
    private static final int MOST_AREAS = 40;
    private static final float POINTS = 72f / DPI;

    private final int width;
    private final int height;
    private final int[] before;
    private final int[] after;

    private PictureComparison(BufferedImage before, BufferedImage after) {
        width = Math.min(before.getWidth(), after.getWidth());
        height = Math.min(before.getHeight(), after.getHeight());
        this.before = grey(before);
        this.after = grey(after);
    }

    /**
     * @param reach how many dots a line may lie beside where it was; 0 for what the same program has drawn
     * @return areas in points from the page's lower left corner; empty when there is no difference
     */
    static List<Area> of(BufferedImage before, BufferedImage after, Collection<Area> blank, int reach) {
        return new PictureComparison(before, after).areas(blank, reach);
    }

    private int[] grey(BufferedImage image) {
        int[] grey = new int[width * height];
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                grey[y * width + x] = ((row[x] >> 16 & 0xff) * 3 + (row[x] >> 8 & 0xff) * 6 + (row[x] & 0xff)) / 10;
            }
        }
        return grey;
    }

    private List<Area> areas(Collection<Area> blank, int reach) {
        int columns = width / CELL + 1;
        int[] dots = new int[columns * (height / CELL + 1)];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int at = y * width + x;
                if (Math.abs(before[at] - after[at]) > DARKER && differs(x, y, reach) && !isIn(x, y, blank)) {
                    dots[y / CELL * columns + x / CELL]++;
                }
            }
        }
        return joined(dots, columns);
    }

    /** Whether the darker of the two dots has no dark dot near it in the other picture. */
    private boolean differs(int x, int y, int reach) {
        int at = y * width + x;
        int[] lighter = before[at] < after[at] ? after : before;
        int dark = Math.min(before[at], after[at]);
        for (int ny = Math.max(0, y - reach); ny <= Math.min(height - 1, y + reach); ny++) {
            for (int nx = Math.max(0, x - reach); nx <= Math.min(width - 1, x + reach); nx++) {
                if (lighter[ny * width + nx] - dark <= DARKER) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean isIn(int x, int y, Collection<Area> areas) {
        float px = x * POINTS;
        float py = (height - y) * POINTS;
        return areas.stream().anyMatch(area -> area.widened(1.5f).contains(px, py));
    }

    /** Cells with dots, neighbours taken together; empty when all the dots are fewer than a letter's. */
    private List<Area> joined(int[] dots, int columns) {
        List<Area> areas = new ArrayList<>();
        int all = 0;
        for (int cell = 0; cell < dots.length; cell++) {
            all += dots[cell];
            if (dots[cell] > 0) {
                float side = CELL * POINTS;
                float top = height * POINTS - cell / columns * side;
                join(areas, new Area(cell % columns * side, top - side, side, side));
            }
        }
        return all < FEWEST_DOTS ? List.of() : areas;
    }

    private static void join(List<Area> areas, Area area) {
        for (int i = areas.size() - 1; i >= 0; i--) {
            if (areas.get(i).widened(1).touches(area) || areas.size() >= MOST_AREAS) {
                areas.set(i, areas.get(i).joined(area));
                return;
            }
        }
        areas.add(area);
    }
}
