package app.countersign.contract.web;

import app.countersign.contract.ReturnedFile;
import app.countersign.contract.Returning;
import app.countersign.kernel.KebabCase;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** What came back for the contract of the page, and a place to bring more. */
@Named
@RequestScoped
public class ContractReturns extends Dropping {

    @Inject
    private ContractPage page;

    @Inject
    private Returning returning;

    private List<ReturnedFile> files;

    /** The newest first. */
    public List<ReturnedFile> getFiles() {
        if (files == null) {
            files = returning.of(page.uuid());
        }
        return files;
    }

    public String doorKey(ReturnedFile file) {
        return "contract.return.door." + KebabCase.of(file.door());
    }

    public String bring() {
        return ReturnedPage.address(taken((content, name) -> returning.bring(page.uuid(), content, name)));
    }
}
