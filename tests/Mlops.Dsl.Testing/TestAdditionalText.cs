using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Mlops.Dsl.Testing;

internal sealed class TestAdditionalText(TestFile file) : AdditionalText
{
    public override string Path => file.Path;

    public override SourceText GetText(CancellationToken cancellationToken = default) =>
        SourceText.From(file.Content.Text, System.Text.Encoding.UTF8);
}
