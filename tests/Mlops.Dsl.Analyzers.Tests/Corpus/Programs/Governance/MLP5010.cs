//# fault: the team wants a purpose
//## share Houses.cs
//## share Trained.cs
[{|MLP5010:Publish("price")|}, When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

//## .editorconfig
[*.cs]
mlops_dsl.require_purpose = true

//# clean: the purpose is told
//## share Houses.cs
//## share Trained.cs
[Publish("price", Purpose = "A first idea of what a house is worth."), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

//## .editorconfig
[*.cs]
mlops_dsl.require_purpose = true

//# fault: one of two publications says what it is for
//## share Houses.cs
//## share Trained.cs
[Publish("price", Purpose = "A first idea of what a house is worth."), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

[{|MLP5010:Publish("slope")|}, When(nameof(Accurate))]
public PriceModel Steep(PriceModel fit) => fit with { Offset = 0 };

//## build properties
MlopsDslRequirePurpose = true

//# fault: an empty purpose
//## share Houses.cs
//## share Trained.cs
[{|MLP5010:Publish("price", Purpose = "")|}, When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

//## build properties
MlopsDslRequirePurpose = true

//# clean: the purpose is a constant, and the rule is off where the file is
//## share Houses.cs
//## share Trained.cs
private const string Why = "A first idea of what a house is worth.";

[Publish("price", Purpose = Why), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

//## .editorconfig
[*.cs]
mlops_dsl.require_purpose = true
