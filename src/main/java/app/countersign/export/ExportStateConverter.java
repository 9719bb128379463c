package app.countersign.export;

import app.countersign.kernel.KebabCase;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps it in kebab case. */
@Converter(autoApply = true)
public class ExportStateConverter implements AttributeConverter<ExportState, String> {

    @Override
    public String convertToDatabaseColumn(ExportState constant) {
        return KebabCase.of(constant);
    }

    @Override
    public ExportState convertToEntityAttribute(String word) {
        return KebabCase.read(ExportState.class, word);
    }
}
