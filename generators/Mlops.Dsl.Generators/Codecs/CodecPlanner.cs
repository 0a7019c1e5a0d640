using Microsoft.CodeAnalysis;
using Mlops.Dsl.Generators.Columns;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Generators.Codecs;

/// <summary>
/// Finds or plans the codec of each artifact type. One planner serves one pipeline or row; it keeps symbols and must not outlive the step.
/// </summary>
internal sealed class CodecPlanner(Compilation compilation)
{
    private readonly CodecScope _scope = new(compilation, fixedHome: null);
    private bool _rowDependsOnBodies;

    /// <summary>Whether bodies decide what one of the planned types holds: see <see cref="StateMembers.DependsOnBodies"/>.</summary>
    public bool DependsOnBodies => _rowDependsOnBodies || _scope.DependsOnBodies;

    /// <summary>Whether generated code can name a member: see <see cref="CodecScope.CanName"/>.</summary>
    public bool CanName(ISymbol member) => _scope.CanName(member);

    /// <summary>The codec of what a stage returns.</summary>
    public CodecPlan Plan(ITypeSymbol type)
    {
        var before = _scope.Mark();
        var planned = _scope.Plan(type);
        if (planned.Problem is { } problem)
        {
            _scope.Forget(before);
            return CodecPlan.None(problem.Explain(type));
        }

        return new CodecPlan(planned.Expression!, _scope.ModelsSince(before), null);
    }

    /// <summary>The schema of the codec of a type that has one; in place or not, files have the same.</summary>
    public string Schema(ITypeSymbol type) => new CodecSchema(_scope).Of(type);

    /// <summary>The codec of what a source returns: files as such are hashed where they are, not copied into the store.</summary>
    public CodecPlan PlanSource(ITypeSymbol type) =>
        type.IsLanguageType("FileSet") || type.IsLanguageType("FileArtifact")
            ? new CodecPlan($"{CodecScope.Codecs}{type.Name}InPlace", default, null)
            : Plan(type);

    /// <summary>
    /// The codec of a row type, whose columns may all be null, whatever they declare: rows that were read wrongly have to be
    /// kept until validation finds them.
    /// </summary>
    /// <param name="row">The row type.</param>
    /// <param name="home">Where its codec class, and those of the types that it is made of, are declared.</param>
    /// <param name="className">The codec class's name.</param>
    public (CodecModel? Row, CodecPlan Plan) PlanRow(INamedTypeSymbol row, CodecHome home, string className)
    {
        var scope = new CodecScope(compilation, home.Nest($"partial class {className}", className));
        var problem = new ObjectPlanner(scope).Plan(row, home, className, columnsMayBeNull: true, out var model);
        return Finish(row, home, className, scope, problem, model);
    }

    /// <summary>The codec of a view, whose columns are still to be written.</summary>
    public (CodecModel? Row, CodecPlan Plan) PlanView(
        INamedTypeSymbol view,
        IReadOnlyList<Column> columns,
        CodecHome home,
        string className
    )
    {
        var scope = new CodecScope(compilation, home.Nest($"partial class {className}", className));
        var problem = new ObjectPlanner(scope).PlanPositional(view, columns, home, className, out var model);
        return Finish(view, home, className, scope, problem, model);
    }

    /// <summary>Why a row type has no codec, or null.</summary>
    public CodecProblem? FindRowProblem(INamedTypeSymbol row) =>
        CodecHome.Inside(row) is { } home
            ? new ObjectPlanner(new CodecScope(compilation, home)).Plan(row, home, "RowCodec", columnsMayBeNull: true, out _)
            : null;

    private (CodecModel? Row, CodecPlan Plan) Finish(
        INamedTypeSymbol row,
        CodecHome home,
        string className,
        CodecScope scope,
        CodecProblem? problem,
        CodecModel? model
    )
    {
        _rowDependsOnBodies |= scope.DependsOnBodies;
        return problem is null
            ? (model, new CodecPlan($"{home.FullName}.{className}.Instance", scope.ModelsSince(default), null))
            : (null, CodecPlan.None(problem.Explain(row)));
    }
}
