//# fault: the team wants reviews
//## share Houses.cs
//## share Trained.cs
[{|MLP6006:Publish("price")|}, When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

//## .editorconfig
[*.cs]
mlops_dsl.require_review = true

//# fault: the project wants reviews
//## share Houses.cs
//## share Trained.cs
[{|MLP6006:Publish("price")|}, When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

//## build properties
MlopsDslRequireReview = true

//# fault: the review is declared and turned off
//## share Houses.cs
//## share Trained.cs
[{|MLP6006:Publish("price")|}, When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

//## build properties
MlopsDslRequireReview = true

//# clean: a review is declared
//## share Houses.cs
//## share Trained.cs
[Publish("price"), RequiresReview, When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

//## build properties
MlopsDslRequireReview = true

//# clean: the file is excepted from the project's policy
//## share Houses.cs
//## share Trained.cs
[Publish("price"), When(nameof(Accurate))]
public PriceModel Release(PriceModel fit) => fit;

//## .editorconfig
[*.cs]
mlops_dsl.require_review = false

//## build properties
MlopsDslRequireReview = true
