package app.countersign.document;

import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A path being drawn, of which only upright rectangles are understood; programs write them in several ways. */
final class Outline {

    private static final float SAME = 0.01f;
    private static final int MOST = 20;

    private final List<List<Point2D>> parts = new ArrayList<>();
    private boolean odd;

    void move(Point2D to) {
        List<Point2D> part = new ArrayList<>();
        part.add(to);
        parts.add(part);
        odd |= parts.size() > MOST;
    }

    void line(Point2D to) {
        if (parts.isEmpty() || parts.get(parts.size() - 1).size() > MOST) {
            odd = true;
        } else {
            parts.get(parts.size() - 1).add(to);
        }
    }

    void curve() {
        odd = true;
    }

    /**
     * What lies in all parts, and so within the path; empty unless each part is a rectangle, all drawn in the same
     * direction: otherwise one could be a hole in the other.
     */
    Optional<Area> rectangle() {
        Area common = null;
        double direction = 0;
        for (List<Point2D> part : parts) {
            Optional<Area> area = rectangle(part);
            double turn = Math.signum(surface(part));
            if (odd || area.isEmpty() || turn == 0 || direction != 0 && direction != turn) {
                return Optional.empty();
            }
            direction = turn;
            common = common == null ? area.get() : common.common(area.get());
        }
        return Optional.ofNullable(common);
    }

    int parts() {
        return parts.size();
    }

    private static Optional<Area> rectangle(List<Point2D> part) {
        List<Point2D> corners = new ArrayList<>(part);
        if (corners.size() == 5 && corners.get(4).distance(corners.get(0)) < SAME) {
            corners.remove(4);
        }
        if (corners.size() != 4) {
            return Optional.empty();
        }
        for (int i = 0; i < 4; i++) {
            Point2D one = corners.get(i);
            Point2D two = corners.get((i + 1) % 4);
            boolean level = Math.abs(one.getY() - two.getY()) < SAME;
            boolean upright = Math.abs(one.getX() - two.getX()) < SAME;
            if (level == upright) {
                return Optional.empty();
            }
        }
        return Optional.of(between(corners.get(0), corners.get(2)));
    }

    private static Area between(Point2D one, Point2D two) {
        return new Area(
                (float) Math.min(one.getX(), two.getX()),
                (float) Math.min(one.getY(), two.getY()),
                (float) Math.abs(one.getX() - two.getX()),
                (float) Math.abs(one.getY() - two.getY()));
    }

    /** Twice its surface; negative when it is drawn clockwise. */
    private static double surface(List<Point2D> part) {
        double surface = 0;
        for (int i = 0; i < part.size(); i++) {
            Point2D one = part.get(i);
            Point2D two = part.get((i + 1) % part.size());
            surface += one.getX() * two.getY() - two.getX() * one.getY();
        }
        return surface;
    }
}
