package app.countersign.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Where two lists differ: the shortest way from one to the other (Myers, "An O(ND) difference algorithm", 1986). Lists that
 * differ in more than {@value #MOST} places count as different from the first to the last of them.
 */
final class Diff {

    private static final int MOST = 1500;

    private Diff() {}

    /**
     * A stretch of the one list that stands for a stretch of the other; either may be empty.
     *
     * @param fromA inclusive
     * @param toA exclusive
     */
    record Hunk(int fromA, int toA, int fromB, int toB) {

        boolean touches(Hunk next, int gap) {
            return next.fromA - toA <= gap;
        }

        Hunk joined(Hunk next) {
            return new Hunk(fromA, next.toA, fromB, next.toB);
        }
    }

    /** @param gap hunks with at most that many equal items between them are told as one */
    static <T> List<Hunk> between(List<T> a, List<T> b, int gap) {
        int start = 0;
        while (start < Math.min(a.size(), b.size()) && a.get(start).equals(b.get(start))) {
            start++;
        }
        int end = 0;
        while (end < Math.min(a.size(), b.size()) - start
                && a.get(a.size() - 1 - end).equals(b.get(b.size() - 1 - end))) {
            end++;
        }
        List<Hunk> hunks = new ArrayList<>();
        for (Hunk hunk : middle(a.subList(start, a.size() - end), b.subList(start, b.size() - end))) {
            Hunk placed = new Hunk(hunk.fromA + start, hunk.toA + start, hunk.fromB + start, hunk.toB + start);
            int last = hunks.size() - 1;
            if (last >= 0 && hunks.get(last).touches(placed, gap)) {
                hunks.set(last, hunks.get(last).joined(placed));
            } else {
                hunks.add(placed);
            }
        }
        return hunks;
    }

    private static <T> List<Hunk> middle(List<T> a, List<T> b) {
        if (a.isEmpty() && b.isEmpty()) {
            return List.of();
        }
        List<int[]> trace = new ArrayList<>();
        int most = Math.min(a.size() + b.size(), MOST);
        int[] furthest = new int[2 * most + 3];
        for (int d = 0; d <= most; d++) {
            for (int k = -d; k <= d; k += 2) {
                int x = step(furthest, most, d, k);
                int y = x - k;
                while (x < a.size() && y < b.size() && a.get(x).equals(b.get(y))) {
                    x++;
                    y++;
                }
                furthest[most + 1 + k] = x;
                if (x >= a.size() && y >= b.size()) {
                    return walkedBack(trace, a.size(), b.size(), most);
                }
            }
            trace.add(furthest.clone());
        }
        return List.of(new Hunk(0, a.size(), 0, b.size()));
    }

    private static int step(int[] furthest, int most, int d, int k) {
        int centre = most + 1 + k;
        boolean down = k == -d || k != d && furthest[centre - 1] < furthest[centre + 1];
        return down ? furthest[centre + 1] : furthest[centre - 1] + 1;
    }

    private static List<Hunk> walkedBack(List<int[]> trace, int sizeA, int sizeB, int most) {
        List<Hunk> hunks = new ArrayList<>();
        int x = sizeA;
        int y = sizeB;
        for (int d = trace.size(); d > 0; d--) {
            int[] before = trace.get(d - 1);
            int k = x - y;
            boolean down = k == -d || k != d && before[most + k] < before[most + 2 + k];
            int fromX = down ? before[most + 2 + k] : before[most + k];
            int fromY = fromX - (down ? k + 1 : k - 1);
            hunks.add(new Hunk(fromX, down ? fromX : fromX + 1, fromY, down ? fromY + 1 : fromY));
            x = fromX;
            y = fromY;
        }
        Collections.reverse(hunks);
        return hunks;
    }
}
