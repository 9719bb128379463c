package app.countersign.document;

import app.countersign.kernel.Refused;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** The pixels of a drawn signature, cropped to what was drawn; black on transparent ground. */
record Ink(BufferedImage pixels) {

    private static final int MOST_BYTES = 512 * 1024;
    private static final int MOST_WIDTH = 4000;
    private static final int MOST_HEIGHT = 2000;
    private static final int LEAST_OPACITY = 24;
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    static Ink of(byte[] png) {
        if (png.length > MOST_BYTES) {
            throw Refused.because("document.signature.too-large", MOST_BYTES / 1024);
        }
        if (!isPng(png)) {
            throw Refused.because("document.signature.no-png");
        }
        return new Ink(cropped(inkOf(decoded(png))));
    }

    private static boolean isPng(byte[] bytes) {
        return bytes.length > PNG.length && java.util.Arrays.mismatch(bytes, PNG) == PNG.length;
    }

    /** The dimensions are read from the header first: a small file can claim, and fill, gigabytes. */
    private static BufferedImage decoded(byte[] png) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("png");
        ImageReader reader = readers.next();
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(png))) {
            reader.setInput(input, true, true);
            if (reader.getWidth(0) > MOST_WIDTH || reader.getHeight(0) > MOST_HEIGHT) {
                throw Refused.because("document.signature.too-many-pixels", MOST_WIDTH, MOST_HEIGHT);
            }
            return reader.read(0);
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw Refused.because("document.signature.no-png");
        } finally {
            reader.dispose();
        }
    }

    /** Darkness becomes opacity, so that white paper under a drawing does not cover the words beneath. */
    private static BufferedImage inkOf(BufferedImage image) {
        BufferedImage ink = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_ARGB);
        int[] row = new int[image.getWidth()];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, row.length, 1, row, 0, row.length);
            for (int x = 0; x < row.length; x++) {
                row[x] = opacity(row[x]) << 24;
            }
            ink.setRGB(0, y, row.length, 1, row, 0, row.length);
        }
        return ink;
    }

    private static int opacity(int argb) {
        int light = ((argb >> 16 & 0xff) * 299 + (argb >> 8 & 0xff) * 587 + (argb & 0xff) * 114) / 1000;
        int opacity = (argb >>> 24) * (255 - light) / 255;
        return opacity < LEAST_OPACITY ? 0 : opacity;
    }

    private static BufferedImage cropped(BufferedImage ink) {
        Rectangle bounds = new Rectangle(0, 0, -1, -1);
        int[] row = new int[ink.getWidth()];
        for (int y = 0; y < ink.getHeight(); y++) {
            ink.getRGB(0, y, row.length, 1, row, 0, row.length);
            for (int x = 0; x < row.length; x++) {
                if (row[x] != 0) {
                    bounds.add(new Rectangle(x, y, 1, 1));
                }
            }
        }
        if (bounds.width < 0) {
            throw Refused.because("document.signature.blank");
        }
        return ink.getSubimage(bounds.x, bounds.y, bounds.width, bounds.height);
    }
}
