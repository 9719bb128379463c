package app.countersign.document;

import app.countersign.kernel.Refused;
import java.awt.Color;
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
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                ink.setRGB(x, y, opacity(new Color(image.getRGB(x, y), true)) << 24);
            }
        }
        return ink;
    }

    private static int opacity(Color colour) {
        int light = (colour.getRed() * 299 + colour.getGreen() * 587 + colour.getBlue() * 114) / 1000;
        int opacity = colour.getAlpha() * (255 - light) / 255;
        return opacity < LEAST_OPACITY ? 0 : opacity;
    }

    private static BufferedImage cropped(BufferedImage ink) {
        int left = ink.getWidth();
        int top = ink.getHeight();
        int right = -1;
        int bottom = -1;
        for (int y = 0; y < ink.getHeight(); y++) {
            for (int x = 0; x < ink.getWidth(); x++) {
                if (ink.getRGB(x, y) != 0) {
                    left = Math.min(left, x);
                    right = Math.max(right, x);
                    top = Math.min(top, y);
                    bottom = y;
                }
            }
        }
        if (right < 0) {
            throw Refused.because("document.signature.blank");
        }
        return ink.getSubimage(left, top, right - left + 1, bottom - top + 1);
    }
}
