using Microsoft.CodeAnalysis;
using Mlops.Dsl.Generators.Model;

namespace Mlops.Dsl.Generators.Codecs;

/// <summary>Finds or plans the codec of each artifact type. One planner serves one pipeline or row; it keeps symbols and must not outlive the step.</summary>
internal sealed class CodecPlanner(Compilation compilation)
{
    /// <summary>The codec of what a stage returns.</summary>
    public CodecPlan Plan(ITypeSymbol type) => Plan(type, filesStayInPlace: false);

    /// <summary>The codec of what a source returns: its files are hashed where they are, not copied into the store.</summary>
    public CodecPlan PlanSource(ITypeSymbol type) => Plan(type, filesStayInPlace: true);

    /// <summary>
    /// The codec of a row type, whose columns may all be null, whatever they declare: rows that were read wrongly have to be
    /// kept until validation finds them.
    /// </summary>
    /// <param name="row">The row type.</param>
    /// <param name="home">Where its codec class, and those of the types that it is made of, are declared.</param>
    /// <param name="className">The codec class's name.</param>
    public (CodecModel? Row, CodecPlan Plan) PlanRow(INamedTypeSymbol row, CodecHome home, string className)
    {
        var scope = new CodecScope(compilation, home.Nest($"partial class {className}", className), filesStayInPlace: false);
        var problem = new ObjectPlanner(scope).Plan(row, home, className, columnsMayBeNull: true, out var model);
        return problem is null
            ? (model, new CodecPlan($"{home.FullName}.{className}.Instance", scope.Models.ToEquatableArray(), null))
            : (null, CodecPlan.None(problem.Explain(row)));
    }

    /// <summary>Why a row type has no codec, or null.</summary>
    public CodecProblem? FindRowProblem(INamedTypeSymbol row) =>
        CodecHome.Inside(row) is { } home ? new ObjectPlanner(new CodecScope(compilation, home, filesStayInPlace: false)).Plan(row, home, "RowCodec", columnsMayBeNull: true, out _) : null;

    private CodecPlan Plan(ITypeSymbol type, bool filesStayInPlace)
    {
        var scope = new CodecScope(compilation, null, filesStayInPlace);
        var planned = scope.Plan(type);
        return planned.Problem is { } problem
            ? CodecPlan.None(problem.Explain(type))
            : new CodecPlan(planned.Expression!, scope.Models.ToEquatableArray(), null);
    }
}
