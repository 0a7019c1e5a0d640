using Microsoft.CodeAnalysis;
using Mlops.Dsl.Generators.Model;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Generators.Parsing;

/// <summary>Finds the member that identifies a source's data: a property, or a method that takes nothing or a cancellation token.</summary>
internal static class VersionTokenParser
{
    public static VersionTokenModel? Parse(INamedTypeSymbol pipeline, StageAttributes source)
    {
        if (source.Named("Version") is not string name)
        {
            return null;
        }

        return pipeline.GetMembers(name).Select(Read).FirstOrDefault(static token => token is not null);
    }

    private static VersionTokenModel? Read(ISymbol member) =>
        member switch
        {
            IPropertySymbol { IsIndexer: false, GetMethod: not null } property when IsToken(property.Type) => new VersionTokenModel(
                property.Name,
                IsMethod: false,
                property.IsStatic,
                property.Type.IsTask(),
                TakesCancellationToken: false
            ),
            IMethodSymbol { IsGenericMethod: false } method when IsToken(method.ReturnType) && method.Parameters.Length == 0 =>
                new VersionTokenModel(
                    method.Name,
                    IsMethod: true,
                    method.IsStatic,
                    method.ReturnType.IsTask(),
                    TakesCancellationToken: false
                ),
            IMethodSymbol { IsGenericMethod: false, Parameters: [{ } only] } method
                when IsToken(method.ReturnType) && only.Type.IsCancellationToken() => new VersionTokenModel(
                method.Name,
                IsMethod: true,
                method.IsStatic,
                method.ReturnType.IsTask(),
                TakesCancellationToken: true
            ),
            _ => null,
        };

    private static bool IsToken(ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_String
        || (type.IsTask() && ((INamedTypeSymbol)type).TypeArguments is [{ SpecialType: SpecialType.System_String }]);
}
