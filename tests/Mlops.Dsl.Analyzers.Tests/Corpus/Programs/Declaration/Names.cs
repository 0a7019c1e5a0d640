//# fault: options that differ in case or underscores alone
//## share Docs.cs
[Parameter]
public int MaxAge { get; init; } = 1;

[Parameter]
public int {|MLP1070:Max_Age|} { get; init; } = 2;

[Parameter]
public int {|MLP1070:maxAge|} { get; init; } = 3;

[Stage]
public int Count(FileSet docs) => docs.Count + MaxAge + Max_Age + maxAge;

//# fault: a parameter that is called as another is called because a verb has its option
//## share Docs.cs
[Parameter]
public string Store { get; init; } = "a";

[Parameter]
public string {|MLP1070:ParameterStore|} { get; init; } = "b";

[Stage]
public int Count(FileSet docs) => docs.Count + Store.Length + ParameterStore.Length;

//# fault: a stage's name that no folder can have
//## share Docs.cs
[Stage]
public int {|MLP1028:数える数える数える数える数える数える数える数える数える数える数える数える数える数える数える数える数える数える数える数える数える数える数える|}(FileSet docs) => docs.Count;

//# fault: a pipeline without stages
using Mlops.Dsl;

namespace Work;

[Pipeline("empty")]
public sealed partial class {|MLP1027:EmptyPipeline|}
{
    [Parameter]
    public int Limit { get; init; } = 1;

    public int Count() => Limit;
}

//# clean: names that share words, and a secret that shares an option's
//## share Docs.cs
[Parameter]
public int MaxAge { get; init; } = 1;

[Parameter]
public int MaxAges { get; init; } = 2;

[Secret]
public string Max_Age { get; init; } = "";

[Stage]
public int Count(FileSet docs) => docs.Count + MaxAge + MaxAges;
