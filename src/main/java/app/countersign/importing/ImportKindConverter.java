package app.countersign.importing;

import app.countersign.kernel.KebabCase;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps it in kebab case. */
@Converter(autoApply = true)
public class ImportKindConverter implements AttributeConverter<ImportKind, String> {

    @Override
    public String convertToDatabaseColumn(ImportKind constant) {
        return KebabCase.of(constant);
    }

    @Override
    public ImportKind convertToEntityAttribute(String word) {
        return KebabCase.read(ImportKind.class, word);
    }
}
