package app.countersign.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDJavascriptNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;

/** What is put into the file beside its pages. */
final class FileForgeries {

    private FileForgeries() {}

    static List<Forgery> all() {
        return List.of(
                Forgery.unseen("script on opening", FileForgeries::openingScript),
                Forgery.unseen("named script", FileForgeries::namedScript),
                Forgery.unseen("launch action", FileForgeries::launch),
                Forgery.unseen("remote page opened", FileForgeries::remote),
                Forgery.unseen("attached file", FileForgeries::attached),
                Forgery.unseen("XFA form", FileForgeries::xfa),
                Forgery.unseen("second page tree", FileForgeries::secondTree),
                Forgery.unseen("page tree that is not shown", FileForgeries::strayTree),
                Forgery.unseen("page action", FileForgeries::pageAction),
                Forgery.unseen("collection of files", FileForgeries::collection));
    }

    private static COSDictionary root(PDDocument document) {
        return document.getDocumentCatalog().getCOSObject();
    }

    private static COSDictionary action(String kind) {
        COSDictionary action = new COSDictionary();
        action.setName(COSName.S, kind);
        return action;
    }

    private static int openingScript(PDDocument document, Random chance) {
        document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(" + chance.nextInt() + ")"));
        return 0;
    }

    private static int namedScript(PDDocument document, Random chance) throws IOException {
        PDJavascriptNameTreeNode scripts = new PDJavascriptNameTreeNode();
        scripts.setNames(Map.of("s" + chance.nextInt(), new PDActionJavaScript("1")));
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setJavascript(scripts);
        document.getDocumentCatalog().setNames(names);
        return 0;
    }

    private static int launch(PDDocument document, Random chance) {
        COSDictionary action = action("Launch");
        action.setString(COSName.F, "calc" + chance.nextInt() + ".exe");
        root(document).setItem(COSName.OPEN_ACTION, action);
        return 0;
    }

    private static int remote(PDDocument document, Random chance) {
        COSDictionary action = action("GoToR");
        action.setString(COSName.F, "other" + chance.nextInt() + ".pdf");
        root(document).setItem(COSName.OPEN_ACTION, action);
        return 0;
    }

    private static int attached(PDDocument document, Random chance) throws IOException {
        byte[] content = new byte[10 + chance.nextInt(100)];
        chance.nextBytes(content);
        PDEmbeddedFile embedded = new PDEmbeddedFile(document, new ByteArrayInputStream(content));
        PDComplexFileSpecification file = new PDComplexFileSpecification();
        file.setFile("Nebenabrede.txt");
        file.setEmbeddedFile(embedded);
        PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(Map.of("Nebenabrede.txt", file));
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(tree);
        document.getDocumentCatalog().setNames(names);
        return 0;
    }

    private static int xfa(PDDocument document, Random chance) throws IOException {
        COSStream xfa = document.getDocument().createCOSStream();
        try (var output = xfa.createOutputStream(COSName.FLATE_DECODE)) {
            output.write(
                    ("<xdp:xdp xmlns:xdp='http://ns.adobe.com/xdp/'>" + chance.nextInt() + "</xdp:xdp>").getBytes());
        }
        document.getDocumentCatalog()
                .getAcroForm(null)
                .getCOSObject()
                .setItem(COSName.XFA, chance.nextBoolean() ? xfa : new COSArray(List.of(new COSString("form"), xfa)));
        return 0;
    }

    /** The document shows copies of its pages, one of them altered; the pages themselves are still there. */
    private static int secondTree(PDDocument document, Random chance) throws IOException {
        int altered = chance.nextInt(document.getNumberOfPages());
        COSArray kids = new COSArray();
        COSDictionary tree = new COSDictionary();
        for (PDPage page : document.getPages()) {
            COSDictionary copy = new COSDictionary(page.getCOSObject());
            copy.setItem(COSName.PARENT, tree);
            kids.add(copy);
        }
        tree.setItem(COSName.TYPE, COSName.PAGES);
        tree.setItem(COSName.KIDS, kids);
        tree.setInt(COSName.COUNT, kids.size());
        root(document).setItem(COSName.PAGES, tree);
        COSStream content = document.getDocument().createCOSStream();
        try (var output = content.createOutputStream(COSName.FLATE_DECODE)) {
            output.write(("0 g 100 400 " + (20 + chance.nextInt(100)) + " 8 re f").getBytes());
        }
        COSDictionary page = (COSDictionary) kids.get(altered);
        COSArray contents = new COSArray();
        contents.add(page.getItem(COSName.CONTENTS));
        contents.add(content);
        COSArray flat = new COSArray();
        if (page.getDictionaryObject(COSName.CONTENTS) instanceof COSArray several) {
            several.forEach(flat::add);
        } else {
            flat.add(page.getItem(COSName.CONTENTS));
        }
        flat.add(content);
        page.setItem(COSName.CONTENTS, flat);
        return 0;
    }

    /** Waits in the file for a later increment that shows it. */
    private static int strayTree(PDDocument document, Random chance) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        try (PDPageContentStream stream = new PDPageContentStream(document, page)) {
            stream.addRect(50, 50 + chance.nextInt(100), 50, 50);
            stream.fill();
        }
        COSArray kids = new COSArray();
        kids.add(page.getCOSObject());
        COSDictionary tree = new COSDictionary();
        tree.setItem(COSName.TYPE, COSName.PAGES);
        tree.setItem(COSName.KIDS, kids);
        tree.setInt(COSName.COUNT, 1);
        page.getCOSObject().setItem(COSName.PARENT, tree);
        COSDictionary where =
                chance.nextBoolean() ? root(document) : document.getPage(0).getCOSObject();
        COSDictionary private_ = new COSDictionary();
        private_.setItem("Later", tree);
        where.setItem("PieceInfo", private_);
        return 0;
    }

    private static int pageAction(PDDocument document, Random chance) {
        COSDictionary actions = new COSDictionary();
        COSDictionary action = action(chance.nextBoolean() ? "URI" : "Named");
        action.setString("URI", "https://example.org/" + chance.nextInt());
        actions.setItem(COSName.O, action);
        document.getPage(chance.nextInt(document.getNumberOfPages()))
                .getCOSObject()
                .setItem(COSName.AA, actions);
        return 0;
    }

    private static int collection(PDDocument document, Random chance) {
        COSDictionary collection = new COSDictionary();
        collection.setName(COSName.getPDFName("View"), "T");
        collection.setInt("Split", chance.nextInt());
        root(document).setItem("Collection", collection);
        return 0;
    }
}
